refusal-outbox-not-there = O envio { $entry } não está mais parado: já saiu, está saindo ou foi descartado. Atualize a lista.
event-outbox-retried = Novo envio de: { $what }. Motivo da parada: { $error }.
event-outbox-dropped = Descarte do envio: { $what }. Motivo: { $reason }.
outbox-no-error = ninguém o enviou

effect-send-message = Mensagem ao cliente
effect-change-connection = Pedido à rede
effect-thank-customer = Agradecimento ao cliente
effect-ask-approval = Pedido de aprovação
effect-tell-operator-decision = Aviso da decisão ao autor do acordo
effect-tell-operators-spc-critique = Aviso de crítica de SPC
effect-tell-operators-replaced-paid = Aviso de pagamento de fatura substituída
effect-tell-operators-payment-reversed = Aviso de pagamento estornado
effect-tell-operators-left-over = Aviso de títulos sem fatura
effect-send-operator-digest = Resumo do dia do operador
effect-post-chart = Gráfico para os gerentes
effect-send-manager-digest = Resumo do dia dos gerentes
effect-tell-chats-of-new-chat = Aviso de novo acesso no Telegram
effect-send-identity-code = Código de identificação
effect-tell-operators-offer-handed = Aviso de proposta de cliente
effect-tell-operators-receipt = Aviso de comprovante recebido
effect-tell-operators-dispute = Aviso de contestação
effect-tell-operators-message = Mensagem do cliente para a equipe
effect-tell-operators-conversation-closed = Aviso de conversa encerrada
effect-tell-customer-offer-answer = Resposta a uma proposta
effect-tell-customer-receipt-answer = Resposta a um comprovante
effect-tell-customer-message = Mensagem da equipe ao cliente
effect-tell-customer-conversation-closed = Aviso ao cliente de conversa encerrada

admin-subject-outbox = Envios parados
admin-about-outbox = O que deveria ter saído e não saiu
admin-outbox-about = O que deveria ter saído e não saiu, com o motivo. Corrija a causa e envie de novo, ou descarte o que não serve mais.
admin-outbox-since = Desde { $when } · { $attempts ->
    [one] { $attempts } tentativa
   *[other] { $attempts } tentativas
}
admin-outbox-failed = Não será mais tentado: desistência em { $when }
admin-outbox-waiting = Nova tentativa em { $when }
admin-outbox-why = Motivo: { $why }
admin-outbox-no-sender = o canal está desligado
admin-outbox-retry = Enviar de novo
admin-outbox-retry-title = Enviar de novo?
admin-outbox-retry-text = { $what }: será tentado já, como da primeira vez.
admin-outbox-retried = Voltou para a fila de envio.
admin-outbox-drop = Descartar
admin-outbox-drop-title = Descartar envio
admin-outbox-drop-about = Isto nunca será enviado. O histórico guarda o que era e por que foi descartado.
admin-outbox-drop-reason = Motivo
admin-outbox-dropped = Descartado.
