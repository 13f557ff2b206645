slack-home-title = Olá, { $name }
slack-home-updated = atualizado em { $date } às { $time }
slack-home-role-operator = Operador
slack-home-role-supervisor = Supervisor
slack-home-role-manager = Gerente
slack-home-role-administrator = Administrador
slack-home-administration = Administrar
slack-home-open = Abrir
slack-home-work = Atender
slack-home-let-go = Liberar para os outros

slack-home-tasks = Minhas tarefas ({ $total })
slack-home-no-tasks = Nenhuma tarefa em aberto.
slack-home-task = [Cobrança] { $title }
slack-home-task-late = atrasada, era para { $day }
slack-home-task-today = para hoje, { $day }
slack-home-task-ahead = para { $day }
slack-home-more-tasks = { $left ->
    [one] E mais { $left } tarefa, na conta do cliente.
   *[other] E mais { $left } tarefas, nas contas dos clientes.
}

slack-home-queue = Fila do dia
slack-home-queue-empty = Ninguém para contatar neste momento.
slack-home-queue-why = Retorno esperado de { $expected }: { $debts ->
    [one] { $debts } fatura
   *[other] { $debts } faturas
}, { $amount }, { $days ->
    [one] { $days } dia de atraso
   *[other] { $days } dias de atraso
}
slack-home-queue-allowed = A lei permite o contato agora ({ $place }, { $time } no horário local)
slack-home-queue-mine = Em atendimento por você: os outros não veem este cliente na fila.
slack-home-held-back = { $accounts ->
    [one] { $accounts } conta não pode ser contatada agora
   *[other] { $accounts } contas não podem ser contatadas agora
}. A primeira: { $reason }.

slack-home-panels = Painéis
slack-home-panel-is-there = O painel { $panel } está aberto na aba Início da Acordo.
