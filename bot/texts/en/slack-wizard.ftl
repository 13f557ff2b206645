wizard-title = New agreement
wizard-progress = Step { $step } of { $steps }: { $name }
wizard-step-choose = invoices
wizard-step-terms = terms
wizard-step-split = payment
wizard-step-instalments = instalments
wizard-step-summary = review
wizard-next = Continue
wizard-back = ‹ Previous step
wizard-page = Page { $page } of { $pages }
wizard-page-back = ‹ Previous
wizard-page-on = Next ›
wizard-recalculate = Recalculate
wizard-choose = Choose
wizard-required = Fill in this field.
wizard-required-somewhere = A field of this step is not filled in.
wizard-not-an-amount = Give an amount in reais, such as 1,234.56 or 1234.56.
wizard-not-a-percent = Give a percentage from 0 to 100 with at most four decimals, such as 3.5.
wizard-not-a-count = Give a whole number of instalments.

wizard-nothing-to-choose = This customer has no invoice that awaits negotiation and none with a broken agreement. There is nothing to negotiate now.
wizard-invoices = Invoices of the agreement
wizard-invoice-line = { $number } · due { $date } · { $amount }
wizard-authorised = Authorised · { $overdue }
wizard-authorised-broken = Authorised · { $overdue } · leaves broken agreement { $agreement }
wizard-chosen = { $count ->
    [0] No invoice chosen yet
    [one] *{ $count }* invoice chosen: *{ $amount }*
   *[other] *{ $count }* invoices chosen: *{ $amount }*
}
wizard-tick-all = Tick all
wizard-tick-none = Untick all

wizard-kind = Kind of agreement
wizard-kind-renegotiated = With amounts renegotiated
wizard-kind-unchanged = With amounts unchanged
wizard-tolerance = Tolerance date
wizard-tolerance-hint = Last day on which the agreement can be kept; after today.
wizard-category = Category
wizard-no-category = There is no category yet. Ask whoever administers Acordo to add one.
wizard-term-increase = Increase (%)
wizard-term-fine = Fine (%)
wizard-term-discount = Discount (%)
wizard-term-discountAmount = Discount (R$)
wizard-term-charges = Charges (R$)
wizard-term-fees = Fees (R$)
wizard-cap-increase = By law at most { $atOnce } at once and { $longest } in { $count } instalments – { $article }.
wizard-cap = By law at most { $max } – { $article }.
wizard-cap-fees = By law at most { $max } of a consumer, unless with a reason – { $article }.
wizard-cap-none = No legal limit in this case.
wizard-fees-reason = Reason for the fees
wizard-fees-reason-hint = Needed to ask a consumer for fees; it is recorded with the agreement.
wizard-unit = Ledger unit: { $term }
wizard-no-unit = There is no ledger unit yet. Ask whoever administers Acordo to add one.
wizard-look-at-units = Look at the ledger unit of each amount before you go on.
wizard-keep-discount = On-time discount
wizard-keep-discount-yes = Keep it on the new invoices
wizard-line-base = Sum of the invoices: { $amount }
wizard-line-plus = + { $term }: { $amount }
wizard-line-minus = − { $term }: { $amount }
wizard-line-total = *Total of the agreement: { $amount }*
wizard-allowance = Your allowance: discount up to { $discount }, up to { $instalments } instalments, debt of { $amount }
wizard-any-amount = any amount
wizard-least-instalments = With this increase the law asks for at least { $count } instalments.

wizard-split = Payment
wizard-split-single = At once, in one invoice
wizard-split-instalments = In instalments
wizard-count = Number of instalments
wizard-count-hint = From { $least } to { $most }.
wizard-due = Due date
wizard-first-due = Due date of the first instalment
wizard-description = Description of the invoice
wizard-description-hint = The customer reads this text on the invoice.
wizard-description-default = Agreement on open debts
wizard-profile = Payment profile
wizard-no-profile = There is no payment profile yet. Ask whoever administers Acordo to add one.

wizard-instalment-date = Instalment { $number }: due date
wizard-instalment-amount = Instalment { $number }: amount (R$)
wizard-instalment-line = { $number }: { $date } · { $amount }
wizard-sum-right = :white_check_mark: The instalments add up to { $sum }, the same as the total.
wizard-sum-wrong = :warning: The instalments add up to { $sum } and the total is { $total }: *{ $difference }*.
wizard-replan = Plan the instalments anew

wizard-summary-sources = { $count ->
    [one] Agreement of *{ $name }* on invoice { $invoices }
   *[other] Agreement of *{ $name }* on { $count } invoices: { $invoices }
}
wizard-summary-unchanged = The invoices stay as they are and await payment from now on.
wizard-summary-tolerance = Tolerance until { $date } · category { $category }
wizard-summary-charged = Charged through profile { $profile }, described as “{ $description }”. { $sources }
wizard-sources-deleted = The source invoices will be deleted.
wizard-sources-suspended = The source invoices will be suspended.
wizard-summary-discount-kept = The on-time discount will be kept on the new invoices.
wizard-within = Within your allowance: the agreement holds once you confirm.
wizard-needs-approval = Beyond your allowance: it goes for approval, and until then the invoices are reserved.
wizard-beyond = { $what }: { $asked }, and the allowance goes up to { $max }
wizard-confirm-hint = Nothing happens before you confirm.
wizard-confirm = Confirm agreement
wizard-ask = Send for approval

wizard-made-title = Agreement made
wizard-made = :white_check_mark: *Agreement { $agreement }* made, with a total of *{ $total }* and { $invoices ->
    [one] { $invoices } invoice to be paid
   *[other] { $invoices } invoices to be paid
}.
wizard-made-next = Next: print the invoices in the customer's account, or send them by e-mail.
wizard-asked-title = For approval
wizard-asked = :hourglass: *Agreement { $agreement }*, with a total of *{ $total }*, was sent for approval.
wizard-asked-next = The invoices are reserved. You get a message as soon as somebody decides.
