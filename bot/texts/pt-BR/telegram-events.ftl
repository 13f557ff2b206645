event-telegram-chat-linked = Uma conversa do Telegram foi ligada ao cliente, { $by }.{ $others ->
    [0] {""}
    [one] {" "}A outra conversa do cliente foi avisada.
   *[other] {" "}As outras { $others } conversas do cliente foram avisadas.
}
proved-by-link = por um link de uso único
proved-by-contact = pelo telefone do cadastro
proved-by-code = por um código enviado ao cadastro
event-telegram-chat-unlinked = Uma conversa do Telegram deixou de ser do cliente: { $reason }.
unlinked-left = o cliente saiu
unlinked-not-me = quem respondeu disse que não é o cliente
unlinked-thrown-out = outra conversa do cliente não a reconheceu
event-telegram-chat-stopped = Uma conversa do Telegram não recebe mais mensagens: { $reason }.
stopped-asked = o cliente pediu
stopped-blocked = o cliente bloqueou o robô
event-telegram-chat-resumed = Uma conversa do Telegram voltou a receber mensagens.
event-message-sent = A mensagem { $message } ({ $channel }) foi enviada.
event-message-not-sent = A mensagem { $message } ({ $channel }) { $outcome }: { $why }.
unsent-failed = não pôde ser entregue
unsent-dropped = não foi mais enviada
unsent-because-no-address = não há para onde enviar
unsent-because-blocked = o cliente bloqueou o robô
unsent-because-refused = o canal recusou a mensagem
unsent-because-unreachable = o canal não respondeu
unsent-because-paid = a dívida já não está em aberto
unsent-because-disputed = o valor foi contestado
unsent-because-opted-out = o cliente pediu para não receber mensagens
unsent-because-not-the-customer = quem responde ali não é o cliente
unsent-because-law = a lei não permite mais este contato
