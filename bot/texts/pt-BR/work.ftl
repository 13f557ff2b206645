refusal-confirmation-missing = O envio não foi confirmado. Confira o texto e os destinatários e confirme.
refusal-email-invalid = No campo { $field }, { $got } não é um endereço de e-mail. Informe só o endereço, como nome@provedor.com.br.
refusal-mobile-invalid = { $got } não é um número de celular. Informe DDD e número, como (11) 98765-4321.
refusal-recipient-missing = Não há para onde enviar por { $channel }. Informe um destinatário ou complete o cadastro do cliente.
refusal-recipients-too-many = São { $count } destinatários, e podem ser no máximo { $max }. Retire alguns.
refusal-sms-too-long = O texto ocupa { $segments } segmentos de SMS, e pode ocupar no máximo { $max }. Encurte-o ou retire os acentos.
refusal-law-forbids-contact = Não se pode escrever agora a este cliente: { $verdict }.
refusal-task-unknown = A tarefa { $task } não existe. Atualize a lista.
refusal-task-not-open = A tarefa { $task } está { $status }, e só uma em aberto pode ser alterada. Crie outra, se for preciso.
refusal-time-of-day-invalid = { $got } não é uma hora. Informe como 14:30.
refusal-finished-in-the-future = A hora da conclusão ainda não chegou. Informe quando a tarefa foi concluída, no máximo agora.
refusal-operator-not-active = { $got } não é um operador ativo. Escolha um operador ativo.
refusal-dispute-already-open = A fatura { $invoice } já tem uma contestação aberta em { $openedOn }. Responda a essa antes.
refusal-dispute-unknown = A contestação { $dispute } não existe. Atualize a conta.
refusal-dispute-already-answered = A contestação { $dispute } já foi respondida em { $answeredOn }. Nada foi alterado.
refusal-dispute-of-promise = A fatura { $invoice } foi criada pelo acordo { $agreement }. Para dar razão ao cliente, desfaça o acordo antes.
refusal-invoice-not-disputable = A fatura { $invoice } está { $state }, e só uma em aberto ou paga pode ser contestada. Confira o id da fatura.
refusal-attachment-empty = O arquivo está vazio. Escolha outro.
refusal-attachment-too-large = O arquivo é grande demais: pode ter no máximo { $max } MB. Envie um menor.
refusal-attachment-type-refused = O conteúdo do arquivo é { $got }. Envie um destes tipos: { $known }.
attachment-type-none = de um tipo desconhecido
refusal-attachment-unknown = O anexo { $attachment } não existe ou foi excluído. Atualize a lista.
refusal-connection-does-not-fit = A conexão { $connection } está { $status }.{ $wanted } Não cabe { $change }.
connection-wanted-too = Já foi pedido à rede: { $wanted }.
refusal-connection-not-excepted = A conexão { $connection } não tem exceção em vigor. Atualize a lista.
refusal-connection-excepted = A conexão { $connection } tem exceção: não pode ser bloqueada até { $until }.
refusal-contract-unknown = O contrato { $contract } não existe ou é de outro cliente. Escolha um contrato deste cliente.
refusal-connection-unknown = A conexão { $connection } não existe. Atualize a lista.
refusal-law-forbids-block = A conexão { $connection } não pode ser bloqueada: { $verdict }.
refusal-day-in-the-past = No campo { $field } veio { $got }, e precisa ser hoje, { $today }, ou depois.
refusal-day-in-the-future = No campo { $field } veio { $got }, e precisa ser hoje, { $today }, ou antes.
refusal-day-too-far = No campo { $field } veio { $got }, e pode ser no máximo { $latest }.
refusal-answer-before-dispute = A resposta é de { $got }, e precisa ser do dia da contestação, { $openedOn }, ou depois.
refusal-invoice-of-billing = A fatura { $invoice } é do sistema de faturamento, e o acordo só a aguarda. Altere-a naquele sistema, ou renegocie-a em outro acordo.
refusal-nothing-changed = Nada mudou: o que veio já era assim.
refusal-customer-worked-by = O cliente { $customer } está com { $operator } por mais { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}. Escolha outro.
refusal-minutes-out-of-bounds = O tempo pedido é de { $got } minutos, e precisa ser um número inteiro de 1 a { $max }.
refusal-draft-unknown = O rascunho não existe mais. Comece o acordo de novo.
refusal-draft-overtaken = Este acordo continuou em outra janela. Siga naquela ou abra o rascunho de novo.

event-contact-recorded = Contato { $direction } por { $medium }: { $subject }{ $outcome }.
event-attachment-added = O arquivo { $name } foi anexado.
event-attachment-described = O arquivo { $name } recebeu nova descrição.
event-attachment-deleted = O arquivo { $name } foi excluído.
event-message-queued = A mensagem { $message } ({ $channel }) foi escrita para { $recipients ->
    [one] { $recipients } destinatário
   *[other] { $recipients } destinatários
}.{ $vouched }
message-vouched = O operador confirmou que os endereços são do cliente.
event-task-created = A tarefa "{ $title }" foi criada para { $assignee }, até { $dueOn }.
event-task-changed = A tarefa "{ $title }" foi alterada: é de { $assignee }, até { $dueOn }.
event-task-cancelled = A tarefa "{ $title }" foi cancelada: { $reason }
event-task-completed = A tarefa "{ $title }" foi concluída por { $finishedBy }.{ $notes }
event-invoice-edited = A fatura { $invoice } do acordo { $agreement } foi alterada: { $description }, vencimento em { $dueDate } (era { $previous }).
event-invoice-cancelled = A fatura { $invoice }, de { $amount }, foi cancelada pela contestação { $dispute }.
event-dispute-opened = A fatura { $invoice } foi contestada em { $openedOn }: { $reason }
event-dispute-answered = A contestação da fatura { $invoice } foi respondida em { $answeredOn }: { $answer }.{ $note }
dispute-upheld = o cliente tem razão
dispute-not-upheld = a cobrança está correta
event-notice-recorded = O cliente recebeu em { $deliveredOn }, por { $channel }, a { $notice }.
event-connection-change-requested = Foi pedido à rede para a conexão { $connection }: { $wanted }. Motivo: { $reason }
event-connection-exception-granted = A conexão { $connection } não será bloqueada até { $until }: { $reason }
event-connection-exception-revoked = A exceção da conexão { $connection }, que valia até { $until }, foi revogada: { $reason }

field-to = para
field-cc = cópia
field-answeredBy = quem atendeu
field-category = categoria
field-description = descrição
field-note = observação
field-notes = observações
field-title = título
field-dueOn = data da tarefa
field-openedOn = data da contestação
field-answeredOn = data da resposta
field-deliveredOn = data do recebimento
field-until = data final
field-channel = canal
field-draft = rascunho

message-channel-email = e-mail
message-channel-sms = SMS
message-channel-app = aplicativo

contact-direction-active = ativo
contact-direction-reactive = receptivo
contact-medium-phone = telefone
contact-medium-whatsapp = WhatsApp
contact-medium-sms = SMS
contact-medium-app = aplicativo
contact-medium-email = e-mail
contact-medium-letter = carta
contact-medium-in-person = atendimento presencial
contact-medium-other = outro meio
contact-outcome-promised = prometeu pagar
contact-outcome-refused-to-pay = não vai pagar
contact-outcome-no-answer = não atendeu
contact-outcome-left-word = recado deixado
contact-outcome-call-back = retornar depois
contact-outcome-wrong-person = não é o cliente
contact-outcome-opted-out = pediu para não receber contato
contact-outcome-welcome = aceita contato
contact-outcome-other = outro resultado

task-status-open = em aberto
task-status-done = concluída
task-status-cancelled = cancelada


connection-change-restore-speed = remover a redução de velocidade
connection-change-block = bloquear
connection-change-unblock = desbloquear
connection-change-disconnect = desconectar
connection-status-normal = normal
connection-status-reduced = com velocidade reduzida
connection-status-blocked = bloqueada
connection-wanted-normal = acesso normal
connection-wanted-blocked = bloqueio
connection-wanted-disconnected = desconexão
