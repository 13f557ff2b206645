verdict-refused = { $fact } ({ $article })
verdict-from = { $fact }; possível a partir de { $date }, se nada mais mudar ({ $article })
verdict-from-time = { $fact }; possível a partir de { $date } às { $time }, se nada mais mudar ({ $article })

notice-debt = notificação do débito
notice-suspension = notificação de suspensão
notice-rescission = notificação de rescisão
notice-bureau = notificação prévia do registro no SPC

frozen-days = ({ $days ->
    [one] { $days } dia parado
   *[other] { $days } dias parados
} por contestação)
no-state = UF não informada
no-contact-that-day = não há contato nesse dia
contact-hours = o contato é das { $opens } às { $closes }

fact-no-debt = não há débito em atraso
fact-debt-paid = o débito com vencimento em { $dueDate } está pago
fact-debt-not-late = o débito com vencimento em { $dueDate } ainda pode ser pago no prazo até { $lateAfter }
fact-debt-too-old = o débito com vencimento em { $dueDate } atingiu o prazo máximo em { $since }
fact-debt-not-of-use = o débito com vencimento em { $dueDate } não decorre do uso do serviço
fact-dispute-open = o cliente contestou o valor em { $openedOn }; responda antes, até { $answerBy }
fact-dispute-not-answered-in-time = a contestação de { $openedOn } não foi respondida até { $answerBy }: o valor fica cancelado
fact-dispute-upheld = a contestação do cliente foi aceita em { $answeredOn }
fact-notice-missing = falta a { $notice } entregue em { $onOrAfter } ou depois; envie e registre a entrega
fact-notice-too-recent = a notificação foi entregue em { $deliveredOn } e precisam passar { $days } dias inteiros{ $frozen }
fact-day-off-ahead = bloqueios não começam em { $day }: há fim de semana ou feriado próximo
fact-not-blocked = a conexão não está bloqueada
fact-blocked-before-debt = o bloqueio de { $blockedOn } é anterior a este débito, em atraso somente depois de { $lateAfter }
fact-blocked-too-recently = a conexão foi bloqueada em { $blockedOn } e precisam passar { $days } dias inteiros{ $frozen }
fact-contract-not-ended = o contrato não foi encerrado; encerre-o antes
fact-no-contract = a fatura não tem contrato, e só a dívida de um contrato encerrado pode ser registrada
fact-contract-ends = o contrato termina em { $endedOn }
fact-not-broken = a promessa ainda pode ser cumprida até { $lateAfter }
fact-increase-above-cap = o acréscimo de { $asked } passa do máximo permitido, { $max }
fact-fine-above-cap = a multa de { $asked } passa do máximo permitido, { $max }
fact-fees-above-cap = os honorários de { $asked } passam do máximo permitido, { $max }
fact-blocked-that-day = a conexão está bloqueada desde { $blockedOn }: dias bloqueados não são cobrados
fact-reconnection-is-free = a religação é gratuita
fact-third-party = terceiros nunca são contatados sobre um débito
fact-not-the-customer = quem atende neste contato informou não ser o cliente
fact-opted-out = o cliente pediu para não ser contatado por este meio
fact-not-identified = a pessoa ainda não foi identificada: nenhum valor é informado antes disso
fact-outside-contact-hours = fora do horário de contato onde o cliente mora ({ $state }): { $hours }
fact-contacted-today = o cliente já foi contatado { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
} hoje, e o máximo é { $max }
fact-contacted-this-week = o cliente já foi contatado { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
} nos últimos dias, e o máximo por semana é { $max }
