slack-close = Fechar
slack-cancel = Cancelar
slack-back = Voltar
slack-refresh = Atualizar
slack-yes = Sim, confirmar
slack-no = Não
slack-loading-title = Um momento
slack-loading = Carregando…
slack-refused-title = Não foi possível
slack-stranger-title = Sem cadastro
slack-stranger = Seu usuário do Slack ainda não está ligado a um operador. Peça a quem administra a Acordo para cadastrar você.
slack-failed = Algo deu errado e nada foi alterado. Tente de novo; se continuar, informe o código { $code } a quem administra a Acordo.
slack-done-title = Feito
slack-done = Pronto, está feito.
slack-days-overdue = { $days ->
    [one] { $days } dia de atraso
   *[other] { $days } dias de atraso
}
slack-due-today = vence hoje
slack-not-due-yet = a vencer
