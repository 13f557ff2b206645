self-service-description = Acordo feito pelo Telegram
self-service-receipt-file = Comprovante enviado pelo Telegram
self-service-receipt-task = Conferir comprovante de { $name }
self-service-contest-task = Responder contestação de { $name }: fatura { $invoice }
self-service-unblock-reason = Liberação em confiança: o cliente prometeu pagar até { $day }

telegram-menu-debts = 📄 O que eu devo
telegram-menu-pay = 💳 Pagar agora
telegram-menu-negotiate = 🤝 Negociar
telegram-menu-agreement = 📑 Meu acordo
telegram-menu-receipt = 🧾 Já paguei
telegram-menu-unblock = 🔓 Liberar meu acesso
telegram-menu-person = 💬 Falar com uma pessoa
telegram-back = ‹ Voltar
telegram-back-to-debts = ‹ Faturas
telegram-back-to-offers = ‹ Propostas
telegram-page = Página { $page } de { $pages }
telegram-page-before = ‹ Anterior
telegram-page-after = Próxima ›
telegram-today = Hoje
telegram-copy = 📋 Copiar
telegram-command-status = o que você deve hoje
telegram-command-person = falar com uma pessoa da equipe

telegram-invoice-name = Fatura { $number }
telegram-invoice-gone = Esta fatura já foi paga ou retirada. Não há mais nada a pagar por ela.

telegram-debts-title = <b>O que eu devo</b>
telegram-debts-none =
    <b>O que eu devo</b>

    Você não deve nada. Obrigado! 🎉
telegram-debts-late = Em atraso hoje, { $today }: <b>{ $total }</b> em { $count ->
    [one] uma fatura
   *[other] { $count } faturas
}.
telegram-debts-nothing-late = Hoje, { $today }, nada está em atraso.
telegram-debts-hint = Toque no número para ver por que é este valor, pagar ou contestar.
telegram-debt-late =
    { $number }. { $name }: <b>{ $amount }</b>
    venceu em { $dueDate }, há { $days ->
        [one] um dia
       *[other] { $days } dias
    }
telegram-debt-broken =
    { $number }. { $name }: <b>{ $amount }</b>
    do acordo { $agreement }, venceu em { $dueDate }, há { $days ->
        [one] um dia
       *[other] { $days } dias
    }
telegram-debt-promised =
    { $number }. { $name }: <b>{ $amount }</b>
    do acordo { $agreement }, vence em { $dueDate }
telegram-debt-coming =
    { $number }. { $name }: <b>{ $amount }</b>
    vence em { $dueDate }
telegram-debt-contested =
    { $number }. { $name }: { $amount }
    contestada: não é cobrada enquanto analisamos

telegram-why-title =
    <b>{ $name }</b>
    Fatura { $number }
telegram-why-late = Venceu em { $dueDate }, há { $days ->
    [one] um dia
   *[other] { $days } dias
}.
telegram-why-broken = Parcela do acordo { $agreement }. Venceu em { $dueDate }, há { $days ->
    [one] um dia
   *[other] { $days } dias
}, e o acordo não foi cumprido.
telegram-why-promised = Parcela do acordo { $agreement }. Vence em { $dueDate }.
telegram-why-coming = Vence em { $dueDate }.
telegram-why-contested = Você contestou este valor. Enquanto analisamos, ele não é cobrado.
telegram-why-question = <b>Por que este valor?</b>
telegram-why-amount = Valor da fatura: { $amount }
telegram-why-paid = Já pago: − { $amount }
telegram-why-fine = Multa de { $rate }, uma única vez: { $amount }
telegram-why-interest = Juros de { $rate } ao mês, por { $days ->
    [one] um dia
   *[other] { $days } dias
}: { $amount }
telegram-why-discount = Desconto se pagar até { $until }: − { $amount }
telegram-why-no-charges = Sem multa e sem juros.
telegram-why-total = <b>Total hoje, { $today }: { $amount }</b>
telegram-why-law = <i>O que a lei permite por atraso: multa de até { $fine }, uma vez ({ $fineArticle }), e juros de até { $interest } ao mês ({ $interestArticle }).</i>
telegram-why-pay = 💳 Pagar esta
telegram-why-contest = ✋ Contestar

telegram-pay-title =
    <b>Pagar agora</b>

    Qual fatura você quer pagar?
telegram-pay-none = Você não tem nada a pagar agora. 🎉
telegram-pay-choice = { $amount } · { $dueDate } · { $name }
telegram-pay-one =
    <b>{ $name }</b>
    Vencimento: { $dueDate }
    Valor hoje: <b>{ $amount }</b>
telegram-pay-how = Como você quer pagar?
telegram-pay-no-ways = Esta fatura não tem Pix nem boleto por aqui. Fale com uma pessoa, que ela envia um para você.
telegram-pay-pix = ⚡ Pix
telegram-pay-boleto = ▥ Boleto
telegram-pix-below = O QR Code e o código do Pix estão logo abaixo. No aplicativo do seu banco, escolha <b>Pix copia e cola</b> e cole o código. A baixa é automática.
telegram-boleto-below = A linha digitável está logo abaixo. O pagamento por boleto leva até três dias úteis para aparecer aqui.
telegram-boleto-file = boleto
telegram-pay-today-only = Este valor é o de hoje: com o atraso, ele muda a cada dia.
telegram-pay-other-way = ‹ Outra forma

telegram-offers-title = <b>Negociar</b>
telegram-offers-because = ⚠️ { $because }
telegram-offers-debt = Sua dívida hoje: <b>{ $total }</b>, em { $count ->
    [one] uma fatura
   *[other] { $count } faturas
}; a mais antiga venceu há { $days ->
    [one] um dia
   *[other] { $days } dias
}.
telegram-offers-choose = Escolha uma proposta para ver os detalhes. Nada é fechado antes de você confirmar.
telegram-offers-none = Para esta dívida não há uma proposta pronta. Faça a sua: uma pessoa da equipe responde aqui.
telegram-offers-with-operator = Sua proposta está com a equipe; a resposta chega aqui nesta conversa.
telegram-offers-by-person = No momento não consigo fechar um acordo sozinho. Uma pessoa da equipe faz isso com você.
telegram-offer-line-once = • À vista: <b>{ $total }</b> até { $firstDue }{ $discount }
telegram-offer-line-split = • { $count }x: <b>{ $total }</b> no total, primeira de { $first } em { $firstDue }{ $discount }
telegram-offer-discount = , { $amount } a menos ({ $rate })
telegram-offer-once = À vista: { $amount }
telegram-offer-split = { $count }x de { $amount }
telegram-offers-stand = { $count ->
    [one] Valem até { $first }.
   *[other] A primeira a vencer vale até { $first }.
}
telegram-offer-entry = { $count }x, entrada de { $amount }
telegram-offers-own = ✏️ Fazer minha proposta
telegram-offers-hand = 💬 Negociar com uma pessoa
telegram-offer-gone = Esta proposta não vale mais. Veja as de agora.

telegram-summary-title = <b>Resumo do acordo</b>
telegram-summary-balance = Faturas: { $amount }
telegram-summary-fine = Multa: + { $amount }
telegram-summary-interest = Juros: + { $amount }
telegram-summary-discount = Desconto ({ $rate }): − { $amount }
telegram-summary-total = <b>Total do acordo: { $amount }</b>
telegram-summary-invoices = { $count ->
    [one] A fatura deste acordo:
   *[other] As { $count } faturas deste acordo:
}
telegram-summary-invoice = • { $name } ({ $invoice }), venceu em { $dueDate }: { $amount }
telegram-summary-more = • e mais { $count }
telegram-summary-payments = <b>Você paga:</b>
telegram-summary-payment = { $number }ª em { $dueDate }: { $amount }
telegram-summary-means = Ao aceitar, { $count ->
    [one] uma nova fatura substitui as anteriores
   *[other] { $count } novas faturas substituem as anteriores
}. O primeiro pagamento precisa ser feito até { $until }; se uma parcela não for paga, o acordo pode ser desfeito, e o que você já pagou é abatido da dívida.
telegram-summary-creditor = Credor: { $name }, { $taxId }, { $address }
telegram-summary-stands = Esta proposta vale até { $standsUntil }.
telegram-summary-accept = ✅ Li e aceito

telegram-agreed = ✅ <b>Acordo { $agreement } fechado.</b> Obrigado!
telegram-agreed-first = Primeiro pagamento: <b>{ $amount }</b> até { $dueDate }.
telegram-agreed-proof = O texto que você aceitou ficou guardado. O documento do acordo vem a seguir.
telegram-agreed-pay = 💳 Pagar a primeira

telegram-own-count = <b>Sua proposta</b> (1 de 3)

    Em quantas vezes? Toque em um número ou escreva outro.
telegram-own-count-wrong = Não entendi. Escreva só o número de vezes, por exemplo: 3
telegram-own-entry = <b>Sua proposta</b> (2 de 3)

    Quanto você pode pagar na primeira? Escreva o valor, por exemplo: 150,00
telegram-own-once = <b>Sua proposta</b> (2 de 3)

    Quanto você pode pagar à vista? Escreva o valor, por exemplo: 250,00
telegram-own-even = Partes iguais
telegram-own-least = O melhor valor à vista
telegram-own-amount-wrong = Não entendi o valor. Escreva em reais, por exemplo: 150,00
telegram-own-day = <b>Sua proposta</b> (3 de 3)

    Em que dia você paga a primeira? Toque em um dia ou escreva, por exemplo: 10/12
telegram-own-day-wrong = Não entendi o dia. Escreva, por exemplo: 10/12
telegram-own-accepted = 👍 Sua proposta pode ser aceita. Confira e confirme:
telegram-own-countered = Não consigo aceitar assim, mas consigo isto:
telegram-own-again = ✏️ Fazer outra
telegram-limit-instalments = você pediu { $asked } vezes; o máximo é { $max }
telegram-limit-total-too-low = você ofereceu { $asked } no total; o mínimo é { $min }
telegram-limit-total-above-debt = você ofereceu { $asked }; a dívida é de { $max }
telegram-limit-entry-too-low = a primeira de { $asked } é pouco; o mínimo é { $min }
telegram-limit-entry-leaves-too-little = com { $asked } na primeira, as outras ficam pequenas demais para tantas vezes
telegram-limit-first-due-too-late = { $asked } é tarde; a primeira precisa ser até { $max }
telegram-limit-first-due-past = { $asked } já passou; a primeira pode ser a partir de { $min }
telegram-handed =
    📨 <b>Seu pedido foi para a equipe.</b>

    Uma pessoa olha seu caso e responde aqui nesta conversa. Enquanto isso, as propostas prontas continuam valendo.

telegram-agreement-none =
    <b>Meu acordo</b>

    Você não tem um acordo em andamento.
telegram-agreement-title =
    <b>Acordo { $agreement }</b>
    Feito em { $madeOn }
telegram-agreement-totals = Total: { $total }. Já pago: { $paid }.
telegram-agreement-instalment-paid = ✅ { $number }ª, { $dueDate }: { $amount }, paga
telegram-agreement-instalment-open = ▫️ { $number }ª, { $dueDate }: { $amount }
telegram-agreement-instalment-late = ❗ { $number }ª, { $dueDate }: { $amount }, não foi paga no prazo
telegram-agreement-live = Tudo em dia. Obrigado!
telegram-agreement-broken = Há pagamento fora do prazo. Pague agora ou fale com a equipe, para o acordo não ser desfeito.
telegram-agreement-fulfilled = Acordo cumprido. Obrigado! 🎉
telegram-agreement-waiting = Aguarda a aprovação da equipe.
telegram-agreement-pay = 💳 Pagar a próxima
telegram-agreement-pdf = 📄 Segunda via
telegram-agreement-other = Ver o acordo { $agreement }
telegram-agreement-file = acordo-{ $agreement }
telegram-agreement-no-pdf = O documento não pôde ser gerado agora. Você pode pedir de novo em Meu acordo.

telegram-receipt-ask =
    <b>Já paguei</b>

    Envie aqui a foto ou o PDF do comprovante. Uma pessoa confere e responde nesta conversa.
telegram-receipt-words = Preciso da foto ou do PDF do comprovante.
telegram-receipt-thanks =
    🧾 <b>Comprovante recebido. Obrigado!</b>

    Uma pessoa confere até { $until }. Até lá, não cobramos você.

telegram-contest-ask =
    <b>Contestar { $name }</b>
    Valor: { $amount }

    O que está errado? Toque em um motivo ou escreva com suas palavras.
telegram-contest-not-used = Não usei o serviço
telegram-contest-other-price = O valor não é o combinado
telegram-contest-paid = Esta fatura eu já paguei
telegram-contest-not-mine = Não reconheço esta fatura
telegram-contest-reason-wrong = Escreva o motivo com até { $max } letras.
telegram-contest-sure =
    <b>Contestar { $name }, { $amount }?</b>

    Motivo: { $reason }

    Enquanto a contestação é analisada, este valor não é cobrado. A resposta chega em até { $days } dias. Se o valor estiver certo, ele volta a ser cobrado.
telegram-contest-yes = ✋ Sim, contestar
telegram-contested =
    ✋ <b>Contestação { $dispute } registrada.</b>

    { $name } não é cobrada enquanto analisamos. Você recebe a resposta até { $answerBy }.

telegram-unblock-ask =
    <b>Liberar meu acesso</b>

    Seu acesso pode ser liberado agora, em confiança, se você prometer pagar até { $latest }. Em que dia você paga?
telegram-unblock-sure =
    <b>Prometo pagar até { $day }</b>

    Em atraso hoje: { $amount }. O acesso é liberado agora. Se o pagamento não for feito até esse dia, ele pode ser bloqueado de novo, e você só pode pedir outra liberação a partir de { $nextFrom }.
telegram-unblock-yes = 🔓 Prometo e libero
telegram-unblocked =
    🔓 <b>Pedido de liberação enviado.</b>

    Em alguns minutos seu acesso volta. Se não voltar, desligue e ligue o roteador. Contamos com o seu pagamento até { $day }.
telegram-unblock-instead = Se você pagar, o acesso volta em até { $days ->
    [one] um dia
   *[other] { $days } dias
}, sem taxa.

telegram-person-ask =
    <b>Falar com uma pessoa</b>

    Escreva sua mensagem aqui. Uma pessoa da equipe responde nesta conversa, no horário de atendimento.
telegram-person-goes-on =
    <b>Falar com uma pessoa</b>

    Sua conversa está aberta. O que você escrever vai para a equipe.
telegram-person-sent = ✔️ Enviado. A resposta chega aqui. Você pode continuar escrevendo.
telegram-person-close = Encerrar a conversa
telegram-person-closed = Conversa encerrada. Obrigado!
telegram-person-says = 👤 <b>{ $name }</b>: { $body }
telegram-person-team = Equipe
telegram-person-answer = 💬 Responder
telegram-person-ended = A equipe encerrou a conversa. Se precisar, é só chamar de novo.

telegram-answer-offer = 📨 <b>A equipe respondeu à sua proposta.</b>
telegram-answer-offer-once = À vista: <b>{ $total }</b> até { $firstDue }. Vale até { $standsUntil }.
telegram-answer-offer-split = { $count }x, <b>{ $total }</b> no total, a primeira de { $first } em { $firstDue }. Vale até { $standsUntil }.
telegram-answer-refused = 📨 <b>A equipe respondeu à sua proposta:</b> não foi possível aceitar assim. As propostas prontas continuam valendo.
telegram-answer-note = 💬 { $note }
telegram-answer-see = Ver e confirmar
telegram-receipt-confirmed = ✅ <b>Pagamento confirmado.</b> Obrigado!
telegram-receipt-not-confirmed = ❗ <b>O comprovante não confirmou o pagamento.</b>
