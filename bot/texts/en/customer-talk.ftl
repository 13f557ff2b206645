talk-offer-notification = { $name } waits for an answer to a proposal.
talk-offer-title = Proposal of { $name }
talk-offer-why = It came to you because { $because }.
talk-offer-no-terms = The customer named no terms.
talk-offer-wanted = { $count ->
    [one] *Wants to pay at once: { $total }*, on { $date }
   *[other] *Wants to pay { $count } times: { $total } in all*, the first of { $first } on { $date }
}
talk-offer-discount = Discount asked for: { $discount }
talk-offer-debt = Owes { $amount } in { $invoices ->
    [one] { $invoices } invoice
   *[other] { $invoices } invoices
}, without fine and interest; the oldest fell due { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago.
talk-offer-history = Agreements of before: { $kept ->
    [0] none kept
   *[other] { $kept } kept
}, { $broken ->
    [0] none broken or rescinded
   *[other] { $broken } broken or rescinded
}
talk-offer-made = The policy offered: { $offers }
talk-offer-effect = Accepting or countering sends an offer to the customer on Telegram. There is an agreement only once the customer confirms it.
talk-offer-accept = Accept
talk-offer-accept-confirm = { $name } gets the offer that was asked for ({ $count }x, { $total } in all) and confirms it on Telegram.
talk-offer-counter = Counter-offer
talk-offer-refuse = Refuse
talk-offer-too-late = This proposal waits for no answer any more.
talk-offer-open = The customer was answered and still chooses among the offers.
talk-offer-handed = Waits for an answer.
talk-offer-answered = The customer has the offer on Telegram and is yet to confirm it.
talk-offer-agreed = It became an agreement.
talk-offer-closed = The negotiation was closed.
talk-by = Answered by { $name }.
talk-note = Note to the customer: { $note }
talk-counter-explained = { $name } gets these terms on Telegram and confirms them there.
talk-refuse-explained = { $name } is told on Telegram that the proposal was not accepted, and keeps the offers of the policy.
talk-field-count = Number of payments
talk-field-first_amount = First payment (empty: even parts)
talk-field-first_due = Day of the first payment
talk-field-total = Total (empty: the lowest that the policy allows)
talk-field-note = Note to the customer
talk-note-hint = The customer reads this note on Telegram.
talk-date-missing = Choose the day of the first payment.
talk-send = Send

talk-receipt-notification = { $name } sent a proof of payment.
talk-receipt-title = *{ $name } sent a proof of payment.* The file is in the thread below.
talk-receipt-held = Automatic collection waits until { $date }.
talk-receipt-task = Checking it is the task of { $who }.
talk-receipt-open = Waits to be checked.
talk-receipt-confirmed = :white_check_mark: The payment was confirmed to the customer.
talk-receipt-refused = :x: No payment was found; the customer was told.
talk-receipt-confirm = Paid, confirm
talk-receipt-confirm-text = { $name } gets the confirmation on Telegram. The invoice is still settled by the bank or by billing.
talk-receipt-miss = Not found
talk-receipt-miss-explained = { $name } is told on Telegram that no payment was found, and collection goes on.
talk-receipt-too-late = This proof was answered already.

talk-dispute-notification = { $name } contests the invoice { $invoice }.
talk-dispute-title = *{ $name } contests the invoice { $invoice }, of { $amount }.* Collection of this amount is suspended.
talk-dispute-deadline = Answer until { $date }: after that the law cancels the amount.
talk-dispute-answered = This dispute was answered already.

talk-head-notification = { $name } wants to talk to somebody.
talk-head = *{ $name }* wants to talk to somebody.
talk-head-how = Answer in this thread: all that you write here goes to the customer on Telegram. Begin with // to talk to colleagues only.
talk-head-closed = The conversation is closed. What is written here goes to the customer no more.
talk-said-notification = { $name }: { $body }
talk-close = Close the conversation
talk-close-confirm = { $name } is served by the bot again, and can open another conversation.
talk-closed-by-customer = The customer closed the conversation.
talk-not-sent = :warning: The customer did not get this message. { $why }
