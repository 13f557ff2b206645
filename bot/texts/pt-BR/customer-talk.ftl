talk-offer-notification = { $name } aguarda uma resposta sobre a proposta de acordo.
talk-offer-title = Proposta de { $name }
talk-offer-why = Veio para a equipe porque { $because }.
talk-offer-no-terms = O cliente não disse em que condições.
talk-offer-wanted = { $count ->
    [one] *Quer pagar à vista: { $total }*, em { $date }
   *[other] *Quer pagar em { $count } vezes: { $total } no total*, a primeira de { $first } em { $date }
}
talk-offer-discount = Desconto pedido: { $discount }
talk-offer-debt = Deve { $amount } em { $invoices ->
    [one] { $invoices } fatura
   *[other] { $invoices } faturas
}, sem contar multa e juros; a mais antiga venceu há { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
talk-offer-history = Acordos anteriores: { $kept ->
    [0] nenhum cumprido
    [one] { $kept } cumprido
   *[other] { $kept } cumpridos
}, { $broken ->
    [0] nenhum quebrado ou desfeito
    [one] { $broken } quebrado ou desfeito
   *[other] { $broken } quebrados ou desfeitos
}
talk-offer-made = A política ofereceu: { $offers }
talk-offer-effect = Aceitar ou fazer uma contraproposta envia uma oferta ao cliente no Telegram. O acordo só existe depois que ele confirmar.
talk-offer-accept = Aceitar
talk-offer-accept-confirm = { $name } recebe a oferta que pediu ({ $count }x, { $total } no total) e confirma no Telegram.
talk-offer-counter = Contraproposta
talk-offer-refuse = Recusar
talk-offer-too-late = Esta proposta já não aguarda resposta.
talk-offer-open = O cliente foi respondido e ainda escolhe entre as propostas.
talk-offer-handed = Aguarda resposta.
talk-offer-answered = O cliente recebeu a oferta no Telegram; falta ele confirmar.
talk-offer-agreed = Virou acordo.
talk-offer-closed = A negociação foi encerrada.
talk-by = Respondido por { $name }.
talk-note = Recado ao cliente: { $note }
talk-counter-explained = { $name } recebe estas condições no Telegram e confirma por lá.
talk-refuse-explained = { $name } fica sabendo no Telegram que a proposta não foi aceita e continua com as propostas da política.
talk-field-count = Número de pagamentos
talk-field-first_amount = Valor do primeiro pagamento (em branco: partes iguais)
talk-field-first_due = Data do primeiro pagamento
talk-field-total = Valor total (em branco: o menor que a política permite)
talk-field-note = Recado ao cliente
talk-note-hint = O cliente lê este recado no Telegram.
talk-date-missing = Escolha a data do primeiro pagamento.
talk-send = Enviar

talk-receipt-notification = { $name } enviou um comprovante de pagamento.
talk-receipt-title = *{ $name } enviou um comprovante de pagamento.* O arquivo está na conversa abaixo.
talk-receipt-held = A cobrança automática fica em espera até { $date }.
talk-receipt-task = A tarefa de conferir é de { $who }.
talk-receipt-open = Aguarda conferência.
talk-receipt-confirmed = :white_check_mark: Pagamento confirmado ao cliente.
talk-receipt-refused = :x: Pagamento não localizado; o cliente foi avisado.
talk-receipt-confirm = Pago, confirmar
talk-receipt-confirm-text = { $name } recebe a confirmação no Telegram. A baixa da fatura continua vindo do banco ou do faturamento.
talk-receipt-miss = Não localizado
talk-receipt-miss-explained = { $name } fica sabendo no Telegram que o pagamento não foi localizado, e a cobrança volta a valer.
talk-receipt-too-late = Este comprovante já foi respondido.

talk-dispute-notification = { $name } contesta a fatura { $invoice }.
talk-dispute-title = *{ $name } contesta a fatura { $invoice }, de { $amount }.* A cobrança deste valor está suspensa.
talk-dispute-deadline = Responda até { $date }: depois disso, a lei cancela o valor.
talk-dispute-answered = Esta contestação já foi respondida.

talk-head-notification = { $name } quer falar com a equipe.
talk-head = *{ $name }* quer falar com a equipe.
talk-head-how = Responda nesta conversa: tudo o que você escrever aqui vai para o cliente no Telegram. Comece com // para falar só com a equipe.
talk-head-closed = Conversa encerrada. O que for escrito aqui não vai mais para o cliente.
talk-said-notification = { $name }: { $body }
talk-close = Encerrar conversa
talk-close-confirm = { $name } volta a ser atendido pelo robô. Se precisar, abre outra conversa.
talk-closed-by-customer = O cliente encerrou a conversa.
talk-not-sent = :warning: O cliente não recebeu esta mensagem. { $why }
