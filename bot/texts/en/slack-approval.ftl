approval-title = Approval of agreement { $agreement }
approval-asked = Agreement { $agreement } with { $name }, of { $total }, awaits approval.
approval-was-asked = Agreement { $agreement } with { $name }, of { $total }, is decided.
approval-by = *{ $name }*
    Proposed by { $author } on { $date }
approval-base = Sum of the invoices: { $amount }
approval-term = { $term }: { $amount }
approval-total = *Total: { $amount }*
approval-unchanged = With amounts unchanged
approval-once = At once, due on { $date }
approval-split = { $count } instalments: the first of { $first } on { $firstDate }, the last of { $last } on { $lastDate }
approval-tolerance = Tolerance until { $date } · category { $category }
approval-fees-reason = Reason for the fees: { $reason }
approval-exceeded = *Beyond the allowance of whoever proposed it:*
approval-never = never
approval-history-debt = { $invoices ->
    [one] { $invoices } invoice, due { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago
   *[other] { $invoices } invoices, the oldest due { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago
} · last payment: { $payment }
approval-history-agreements = Earlier agreements: { $agreements } ({ $fulfilled ->
    [one] { $fulfilled } kept
   *[other] { $fulfilled } kept
}, { $givenUp ->
    [one] { $givenUp } rescinded or renegotiated
   *[other] { $givenUp } rescinded or renegotiated
}) · invoices broken now: { $broken } · last contact: { $contact }
approval-approve = Approve
approval-approve-title = Approve agreement { $agreement }?
approval-approve-confirm = Agreement { $agreement } with { $name }, with a total of { $total }, holds at once.
approval-refuse = Refuse
approval-refuse-title = Refuse agreement
approval-refuse-explained = Agreement { $agreement } with { $name }, of { $total }, will be refused and its invoices are free again. { $author } gets the reason.
approval-counter = Counter-proposal
approval-counter-title = Counter-proposal
approval-counter-explained = Agreement { $agreement } with { $name }, of { $total }, will be refused; { $author } gets the reason. Then the wizard opens with the same terms, for you to make another proposal.
approval-reason = Reason
approval-open-account = Open the account
approval-approved = :white_check_mark: Approved by { $who } on { $date }
approval-refused = :no_entry: Refused by { $who } on { $date }: { $reason }
approval-void = The agreement is { $status }: there is nothing left to decide.
approval-told-approved = Your agreement { $agreement } with { $name }, of { $total }, was approved and holds.
approval-told-refused = Your agreement { $agreement } with { $name }, of { $total }, was refused. Its invoices are free again.
approval-replaced-paid = :warning: The billing system says that invoice { $invoice } of { $name } was paid, but agreement { $agreement } replaced it. Decide what becomes of the agreement.
approval-critique = :rotating_light: Invoice { $invoice } of { $name } was paid and still has a record at the bureau (SPC). Remove the record by { $date }.
