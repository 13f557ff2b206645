self-service-description = Agreement made on Telegram
self-service-receipt-file = Receipt sent on Telegram
self-service-receipt-task = Check the receipt of { $name }
self-service-contest-task = Answer the dispute of { $name }: invoice { $invoice }
self-service-unblock-reason = Opened on trust: the customer promised to pay by { $day }

telegram-menu-debts = 📄 What I owe
telegram-menu-pay = 💳 Pay now
telegram-menu-negotiate = 🤝 Negotiate
telegram-menu-agreement = 📑 My agreement
telegram-menu-receipt = 🧾 I have paid
telegram-menu-unblock = 🔓 Open my access
telegram-menu-person = 💬 Talk to a person
telegram-back = ‹ Back
telegram-back-to-debts = ‹ Invoices
telegram-back-to-offers = ‹ Offers
telegram-page = Page { $page } of { $pages }
telegram-page-before = ‹ Before
telegram-page-after = Next ›
telegram-today = Today
telegram-copy = 📋 Copy
telegram-command-status = what you owe today
telegram-command-person = talk to a person of the team

telegram-invoice-name = Invoice { $number }
telegram-invoice-gone = This invoice was paid or withdrawn. There is nothing more to pay on it.

telegram-debts-title = <b>What I owe</b>
telegram-debts-none =
    <b>What I owe</b>

    You owe nothing. Thank you! 🎉
telegram-debts-late = Overdue today, { $today }: <b>{ $total }</b> in { $count ->
    [one] one invoice
   *[other] { $count } invoices
}.
telegram-debts-nothing-late = Today, { $today }, nothing is overdue.
telegram-debts-hint = Press a number to see why it is this amount, to pay or to contest it.
telegram-debt-late =
    { $number }. { $name }: <b>{ $amount }</b>
    was due on { $dueDate }, { $days ->
        [one] one day
       *[other] { $days } days
    } ago
telegram-debt-broken =
    { $number }. { $name }: <b>{ $amount }</b>
    of agreement { $agreement }, was due on { $dueDate }, { $days ->
        [one] one day
       *[other] { $days } days
    } ago
telegram-debt-promised =
    { $number }. { $name }: <b>{ $amount }</b>
    of agreement { $agreement }, due on { $dueDate }
telegram-debt-coming =
    { $number }. { $name }: <b>{ $amount }</b>
    due on { $dueDate }
telegram-debt-contested =
    { $number }. { $name }: { $amount }
    contested: not asked for while we look at it

telegram-why-title =
    <b>{ $name }</b>
    Invoice { $number }
telegram-why-late = It was due on { $dueDate }, { $days ->
    [one] one day
   *[other] { $days } days
} ago.
telegram-why-broken = Instalment of agreement { $agreement }. It was due on { $dueDate }, { $days ->
    [one] one day
   *[other] { $days } days
} ago, and the agreement was not kept.
telegram-why-promised = Instalment of agreement { $agreement }. Due on { $dueDate }.
telegram-why-coming = Due on { $dueDate }.
telegram-why-contested = You contested this amount. It is not asked for while we look at it.
telegram-why-question = <b>Why this amount?</b>
telegram-why-amount = Amount of the invoice: { $amount }
telegram-why-paid = Paid already: − { $amount }
telegram-why-fine = Fine of { $rate }, once: { $amount }
telegram-why-interest = Interest of { $rate } a month, for { $days ->
    [one] one day
   *[other] { $days } days
}: { $amount }
telegram-why-discount = Discount if you pay by { $until }: − { $amount }
telegram-why-no-charges = No fine and no interest.
telegram-why-total = <b>Total today, { $today }: { $amount }</b>
telegram-why-law = <i>What the law allows for paying late: a fine of at most { $fine }, once ({ $fineArticle }), and interest of at most { $interest } a month ({ $interestArticle }).</i>
telegram-why-pay = 💳 Pay this one
telegram-why-contest = ✋ Contest

telegram-pay-title =
    <b>Pay now</b>

    Which invoice do you want to pay?
telegram-pay-none = You have nothing to pay now. 🎉
telegram-pay-choice = { $amount } · { $dueDate } · { $name }
telegram-pay-one =
    <b>{ $name }</b>
    Due date: { $dueDate }
    Amount today: <b>{ $amount }</b>
telegram-pay-how = How do you want to pay?
telegram-pay-no-ways = This invoice has no Pix and no boleto here. Talk to a person, who will send you one.
telegram-pay-pix = ⚡ Pix
telegram-pay-boleto = ▥ Boleto
telegram-pix-below = The QR code and the Pix code are right below. In your bank's app choose <b>Pix copia e cola</b> and paste the code. It is recognised by itself.
telegram-boleto-below = The line to type is right below. A payment by boleto takes up to three business days to show here.
telegram-boleto-file = boleto
telegram-pay-today-only = This is the amount of today: as it is late, it changes every day.
telegram-pay-other-way = ‹ Another way

telegram-offers-title = <b>Negotiate</b>
telegram-offers-because = ⚠️ { $because }
telegram-offers-debt = Your debt today: <b>{ $total }</b>, in { $count ->
    [one] one invoice
   *[other] { $count } invoices
}; the oldest was due { $days ->
    [one] one day
   *[other] { $days } days
} ago.
telegram-offers-choose = Choose an offer to see its details. Nothing is agreed before you confirm it.
telegram-offers-none = There is no ready offer for this debt. Make yours: a person of the team answers here.
telegram-offers-with-operator = Your proposal is with the team; the answer comes here in this chat.
telegram-offers-by-person = I cannot make an agreement by myself right now. A person of the team does it with you.
telegram-offer-line-once = • At once: <b>{ $total }</b> by { $firstDue }{ $discount }
telegram-offer-line-split = • { $count }x: <b>{ $total }</b> in all, the first of { $first } on { $firstDue }{ $discount }
telegram-offer-discount = , { $amount } less ({ $rate })
telegram-offer-once = At once: { $amount }
telegram-offer-split = { $count }x of { $amount }
telegram-offers-stand = { $count ->
    [one] They stand until { $first }.
   *[other] The first to end stands until { $first }.
}
telegram-offer-entry = { $count }x, { $amount } first
telegram-offers-own = ✏️ Make my own proposal
telegram-offers-hand = 💬 Negotiate with a person
telegram-offer-gone = This offer no longer stands. Here are those of now.

telegram-summary-title = <b>Summary of the agreement</b>
telegram-summary-balance = Invoices: { $amount }
telegram-summary-fine = Fine: + { $amount }
telegram-summary-interest = Interest: + { $amount }
telegram-summary-discount = Discount ({ $rate }): − { $amount }
telegram-summary-total = <b>Total of the agreement: { $amount }</b>
telegram-summary-invoices = { $count ->
    [one] The invoice of this agreement:
   *[other] The { $count } invoices of this agreement:
}
telegram-summary-invoice = • { $name } ({ $invoice }), was due on { $dueDate }: { $amount }
telegram-summary-more = • and { $count } more
telegram-summary-payments = <b>You pay:</b>
telegram-summary-payment = No. { $number } on { $dueDate }: { $amount }
telegram-summary-means = When you accept, { $count ->
    [one] one new invoice takes the place of the earlier ones
   *[other] { $count } new invoices take the place of the earlier ones
}. The first payment has to be made by { $until }; if an instalment is not paid, the agreement can be undone, and what you have paid is taken off the debt.
telegram-summary-creditor = Creditor: { $name }, { $taxId }, { $address }
telegram-summary-stands = This offer stands until { $standsUntil }.
telegram-summary-accept = ✅ I have read it and accept

telegram-agreed = ✅ <b>Agreement { $agreement } is made.</b> Thank you!
telegram-agreed-first = First payment: <b>{ $amount }</b> by { $dueDate }.
telegram-agreed-proof = The text that you accepted was kept. The agreement's document comes next.
telegram-agreed-pay = 💳 Pay the first one

telegram-own-count = <b>Your proposal</b> (1 of 3)

    In how many payments? Press a number or write another one.
telegram-own-count-wrong = I did not understand. Write only how many, for example: 3
telegram-own-entry = <b>Your proposal</b> (2 of 3)

    How much can you pay first? Write the amount, for example: 150.00
telegram-own-once = <b>Your proposal</b> (2 of 3)

    How much can you pay at once? Write the amount, for example: 250.00
telegram-own-even = Even parts
telegram-own-least = The best amount at once
telegram-own-amount-wrong = I did not understand the amount. Write it in reais, for example: 150.00
telegram-own-day = <b>Your proposal</b> (3 of 3)

    On which day do you pay the first? Press a day or write it, for example: 10/12 (day/month)
telegram-own-day-wrong = I did not understand the day. Write for example: 10/12 (day/month)
telegram-own-accepted = 👍 Your proposal can be accepted. Check it and confirm:
telegram-own-countered = I cannot accept it like that, but I can do this:
telegram-own-again = ✏️ Make another one
telegram-limit-instalments = you asked for { $asked } payments; the most is { $max }
telegram-limit-total-too-low = you offered { $asked } in all; the least is { $min }
telegram-limit-total-above-debt = you offered { $asked }; the debt is { $max }
telegram-limit-entry-too-low = { $asked } first is too little; the least is { $min }
telegram-limit-entry-leaves-too-little = with { $asked } first, the others are too small for so many payments
telegram-limit-first-due-too-late = { $asked } is late; the first has to be by { $max }
telegram-limit-first-due-past = { $asked } is past; the first can be from { $min } on
telegram-handed =
    📨 <b>Your request went to the team.</b>

    A person looks at your case and answers here in this chat. Meanwhile the ready offers still stand.

telegram-agreement-none =
    <b>My agreement</b>

    You have no agreement in force.
telegram-agreement-title =
    <b>Agreement { $agreement }</b>
    Made on { $madeOn }
telegram-agreement-totals = Total: { $total }. Paid already: { $paid }.
telegram-agreement-instalment-paid = ✅ No. { $number }, { $dueDate }: { $amount }, paid
telegram-agreement-instalment-open = ▫️ No. { $number }, { $dueDate }: { $amount }
telegram-agreement-instalment-late = ❗ No. { $number }, { $dueDate }: { $amount }, not paid in time
telegram-agreement-live = All is well. Thank you!
telegram-agreement-broken = A payment is past its time. Pay now or talk to the team, so that the agreement is not undone.
telegram-agreement-fulfilled = The agreement was kept. Thank you! 🎉
telegram-agreement-waiting = It awaits the team's approval.
telegram-agreement-pay = 💳 Pay the next one
telegram-agreement-pdf = 📄 Second copy
telegram-agreement-other = See agreement { $agreement }
telegram-agreement-file = agreement-{ $agreement }
telegram-agreement-no-pdf = The document could not be made now. You can ask for it again under My agreement.

telegram-receipt-ask =
    <b>I have paid</b>

    Send the photo or the PDF of the receipt here. A person checks it and answers in this chat.
telegram-receipt-words = I need the photo or the PDF of the receipt.
telegram-receipt-thanks =
    🧾 <b>Receipt received. Thank you!</b>

    A person checks it by { $until }. Until then we ask nothing of you.

telegram-contest-ask =
    <b>Contest { $name }</b>
    Amount: { $amount }

    What is wrong? Press a reason or write it in your own words.
telegram-contest-not-used = I did not use the service
telegram-contest-other-price = It is not the price we agreed on
telegram-contest-paid = I have paid this invoice
telegram-contest-not-mine = I do not recognise this invoice
telegram-contest-reason-wrong = Write the reason with at most { $max } letters.
telegram-contest-sure =
    <b>Contest { $name }, { $amount }?</b>

    Reason: { $reason }

    While the dispute is looked at, this amount is not asked for. The answer comes within { $days } days. If the amount is right, it is asked for again.
telegram-contest-yes = ✋ Yes, contest it
telegram-contested =
    ✋ <b>Dispute { $dispute } is registered.</b>

    { $name } is not asked for while we look at it. You have the answer by { $answerBy }.

telegram-unblock-ask =
    <b>Open my access</b>

    Your access can be opened now, on trust, if you promise to pay by { $latest }. On which day do you pay?
telegram-unblock-sure =
    <b>I promise to pay by { $day }</b>

    Overdue today: { $amount }. The access is opened now. If it is not paid by that day it can be blocked again, and you can ask for this again only from { $nextFrom } on.
telegram-unblock-yes = 🔓 I promise, open it
telegram-unblocked =
    🔓 <b>The access was asked to be opened.</b>

    It is back in a few minutes. If it is not, switch the router off and on. We count on your payment by { $day }.
telegram-unblock-instead = If you pay, the access is back within { $days ->
    [one] one day
   *[other] { $days } days
}, free of charge.

telegram-person-ask =
    <b>Talk to a person</b>

    Write your message here. A person of the team answers in this chat, in working hours.
telegram-person-goes-on =
    <b>Talk to a person</b>

    Your conversation is open. What you write goes to the team.
telegram-person-sent = ✔️ Sent. The answer comes here. You can go on writing.
telegram-person-close = End the conversation
telegram-person-closed = The conversation is over. Thank you!
telegram-person-says = 👤 <b>{ $name }</b>: { $body }
telegram-person-team = Team
telegram-person-answer = 💬 Answer
telegram-person-ended = The team has ended the conversation. Call again whenever you need.

telegram-answer-offer = 📨 <b>The team answered your proposal.</b>
telegram-answer-offer-once = At once: <b>{ $total }</b> by { $firstDue }. It stands until { $standsUntil }.
telegram-answer-offer-split = { $count }x, <b>{ $total }</b> in all, the first of { $first } on { $firstDue }. It stands until { $standsUntil }.
telegram-answer-refused = 📨 <b>The team answered your proposal:</b> it could not be accepted like that. The ready offers still stand.
telegram-answer-note = 💬 { $note }
telegram-answer-see = See it and confirm
telegram-receipt-confirmed = ✅ <b>Payment confirmed.</b> Thank you!
telegram-receipt-not-confirmed = ❗ <b>The receipt did not confirm the payment.</b>
