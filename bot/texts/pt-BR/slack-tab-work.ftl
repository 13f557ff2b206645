slack-work-tab-emails = E-mails
slack-work-tab-messages = SMS e Telegram
slack-work-tab-tasks = Tarefas
slack-work-tab-connections = Conexões

slack-work-nothing = –
slack-work-view = Ver
slack-work-choose = Escolher
slack-work-save = Salvar
slack-work-send = Enviar
slack-work-gone = Não está mais aqui. Atualize a conta e tente de novo.
slack-work-reason = Motivo
slack-work-notes = Observações
slack-work-note = Observação interna
slack-work-text = Texto
slack-work-subject = Assunto
slack-work-confirm = Confirmação

slack-work-email = *{ $subject }* · { $status }
    Para { $to }
    { $when } · { $who }
slack-work-message = *{ $channel }* · { $status }{ $segments }
    { $excerpt }
    Para { $to } · { $when } · { $who }
slack-work-channel-sms = SMS
slack-work-channel-app = Telegram
slack-work-segments = { $count ->
    [one] { $count } segmento
   *[other] { $count } segmentos
}
slack-work-chats = { $count ->
    [one] { $count } conversa no Telegram
   *[other] { $count } conversas no Telegram
}
slack-work-message-queued = na fila de envio
slack-work-message-sent = enviada, sem confirmação de entrega
slack-work-message-delivered = entregue
slack-work-message-failed = não foi possível enviar
slack-work-message-dropped = não enviada: o débito mudou antes do envio
slack-work-message-title = Mensagem
slack-work-copies = Cópia para { $to }
slack-work-about-invoices = Sobre as faturas: { $invoices }
slack-work-note-line = Observação interna: { $note }
slack-work-finished = Encerrada em { $when }

slack-work-emails-none = Nenhum e-mail foi escrito a este cliente.
slack-work-email-add = Novo e-mail
slack-work-email-for = E-mail para *{ $customer }*
slack-work-email-queued = O e-mail está na fila de envio.
slack-work-template = Usar um modelo
slack-work-template-cut = O modelo é mais longo do que cabe aqui: o fim do texto ficou de fora. Confira antes de enviar.
slack-work-to = Para
slack-work-to-hint = Separe os endereços com vírgula.
slack-work-cc = Cópia
slack-work-addresses = Outros endereços
slack-work-addresses-theirs = Os que não estão no cadastro são do próprio cliente
slack-work-save-as = Salvar como modelo
slack-work-save-as-hint = Dê um nome ao modelo. Se já houver um com esse nome, ele será substituído.
slack-work-invoices = Faturas de que se trata
slack-work-email-invoices-hint = Se alguma for paga ou contestada antes do envio, o e-mail não sai. As faturas vão anexadas em PDF.
slack-work-message-invoices-hint = Se alguma for paga ou contestada antes do envio, a mensagem não sai. Escreva no texto o que o cliente precisa saber.
slack-work-invoice-option = { $invoice } · { $amount } · venc. { $due }
slack-work-email-confirm = Tenho certeza de que desejo enviar agora

slack-work-messages-none = Nenhum SMS ou mensagem no Telegram foi escrito a este cliente.
slack-work-sms-add = Novo SMS
slack-work-app-add = Mensagem no Telegram
slack-work-sms-for = SMS para *{ $customer }*
slack-work-app-for = Mensagem no Telegram para *{ $customer }* ({ $count ->
    [one] { $count } conversa ligada
   *[other] { $count } conversas ligadas
})
slack-work-app-not-linked = Este cliente não tem conversa ligada no Telegram. Mande a ele o link de acesso e tente de novo depois que ele entrar.
slack-work-numbers = Celulares
slack-work-numbers-hint = Com DDD; separe os números com vírgula.
slack-work-numbers-other = Outros números
slack-work-numbers-theirs = Os que não estão no cadastro são do próprio cliente
slack-work-accents = Acentos
slack-work-accents-keep = Manter os acentos, mesmo que ocupe mais segmentos
slack-work-sms-size = { $segments ->
    [one] { $segments } segmento
   *[other] { $segments } segmentos
} · { $units } caracteres ({ $encoding }) · cabem mais { $left } sem começar outro segmento
slack-work-sms-empty = O texto aparecerá aqui como o cliente vai receber.
slack-work-sms-preview = O cliente vai receber assim:
    { $text }
slack-work-sms-confirm = Enviar o SMS agora
slack-work-app-confirm = Enviar a mensagem agora
slack-work-message-queued-done = A mensagem está na fila de envio.

slack-work-tasks-none = Nenhuma tarefa sobre este cliente.
slack-work-task-add = Nova tarefa
slack-work-task-edit = Editar
slack-work-task-edit-title = Editar tarefa
slack-work-task-complete = Concluir
slack-work-task-complete-title = Concluir tarefa
slack-work-task-cancel = Cancelar
slack-work-task-cancel-title = Cancelar tarefa
slack-work-task-title = Tarefa
slack-work-task = *{ $title }* · { $status }
    { $late ->
    [yes] :warning: Era para { $due }
   *[no] Para { $due }
} · { $assignee }
slack-work-task-done = Concluída por { $who } em { $when }. { $note }
slack-work-task-cancelled = Cancelada por { $who } em { $when }. Motivo: { $note }
slack-work-task-created = Tarefa { $task } · criada por { $who } em { $when }
slack-work-task-of = *{ $title }*
    Cliente: { $customer }
slack-work-task-what = O que fazer
slack-work-task-day = Data
slack-work-task-time = Hora
slack-work-task-assignee = Responsável
slack-work-task-finished-by = Concluída por
slack-work-task-finished-at = Concluída em
slack-work-task-added = A tarefa foi criada e está no Início do responsável.
slack-work-task-changed = A tarefa foi alterada.
slack-work-task-was-cancelled = A tarefa foi cancelada.
slack-work-task-was-completed = A tarefa foi concluída.

slack-work-connections-none = Este cliente não tem conexões.
slack-work-connections-hint = A situação é a última que a rede ou o sistema do provedor informou. O que é pedido aqui só vale depois que a rede confirma.
slack-work-connection = *{ $login }* · { $plan } · { $status }{ $since }
slack-work-since = desde { $day }
slack-work-wanted = :hourglass_flowing_sand: Pedido: { $wanted }. A rede ainda não confirmou.
    { $when } · { $who } · { $reason }
slack-work-exception = :shield: Não bloquear até { $until }: { $reason } ({ $who })
slack-work-ask-network = Pedir à rede
slack-work-connection-asked = O pedido foi feito. A rede ainda não confirmou.
slack-work-connection-restore-speed = Remover redução
slack-work-connection-restore-speed-title = Remover a redução de velocidade?
slack-work-connection-restore-speed-form = Remover redução
slack-work-connection-restore-speed-confirm = A conexão { $login }, de { $customer }, voltará à velocidade contratada.
slack-work-connection-restore-speed-about = A conexão *{ $login }*, de *{ $customer }*, voltará à velocidade contratada assim que a rede confirmar.
slack-work-connection-block = Bloquear
slack-work-connection-block-title = Bloquear a conexão?
slack-work-connection-block-form = Bloquear conexão
slack-work-connection-block-confirm = A conexão { $login }, de { $customer }, ficará sem acesso. Os dias de bloqueio não são cobrados.
slack-work-connection-block-about = A conexão *{ $login }*, de *{ $customer }*, ficará sem acesso assim que a rede confirmar. Os dias de bloqueio não são cobrados.
slack-work-connection-unblock = Desbloquear
slack-work-connection-unblock-title = Desbloquear a conexão?
slack-work-connection-unblock-form = Desbloquear conexão
slack-work-connection-unblock-confirm = A conexão { $login }, de { $customer }, voltará a ter acesso, sem custo para o cliente.
slack-work-connection-unblock-about = A conexão *{ $login }*, de *{ $customer }*, voltará a ter acesso assim que a rede confirmar, sem custo para o cliente.
slack-work-connection-disconnect = Desconectar
slack-work-connection-disconnect-title = Desconectar agora?
slack-work-connection-disconnect-form = Desconectar
slack-work-connection-disconnect-confirm = A sessão aberta da conexão { $login }, de { $customer }, vai cair. O cliente pode se conectar de novo.
slack-work-connection-disconnect-about = A sessão aberta da conexão *{ $login }*, de *{ $customer }*, vai cair. O cliente pode se conectar de novo.
slack-work-exceptions = Exceções
slack-work-exceptions-about = Conexão *{ $login }*, de *{ $customer }*. Durante uma exceção ela não é bloqueada; vale a data mais distante.
slack-work-exceptions-none = Nenhuma exceção foi concedida.
slack-work-exception-until = Não bloquear até
slack-work-exception-grant = Conceder exceção
slack-work-exception-granted = A exceção vale até { $until }.
slack-work-exception-revoke = Revogar exceção
slack-work-exception-revoke-title = Revogar a exceção?
slack-work-exception-revoke-confirm = A conexão { $login }, de { $customer }, deixará de ter exceção (até { $until }) e poderá ser bloqueada quando a lei permitir.
slack-work-exception-revoke-about = A exceção da conexão { $login }, de { $customer }, vale até { $until }. Revogada, a conexão pode ser bloqueada quando a lei permitir.
slack-work-exception-revoked = A exceção foi revogada.
