slack-panels-home = ‹ Home
slack-panels-filter = Search and filter
slack-panels-clear = Clear filters
slack-panels-previous = ‹ Previous
slack-panels-next = Next ›
slack-panels-csv = Export CSV
slack-panels-classify = Run the classifier
slack-panels-place = { $from } to { $to } of { $total }
slack-panels-none-found = Nothing found with these filters.
slack-panels-empty-classified = No classified invoice. The classifier runs every day; you can run it now.
slack-panels-empty-in-contact = Nobody in contact. Begin in the panel of the classified.
slack-panels-empty-awaiting = No customer awaiting negotiation.
slack-panels-empty-pending = No pending invoice of an agreement.
slack-panels-empty-settled = No invoice of an agreement was paid yet.
slack-panels-empty-broken = No broken agreement.
slack-panels-empty-spc = No SPC record.
slack-panels-empty-spc-critiques = No critique: no record needs to be removed.
slack-panels-empty-spc-removed = No record was removed after payment.

slack-panels-customer = { $amount } · { $invoices ->
    [one] { $invoices } invoice
   *[other] { $invoices } invoices
} · the oldest of { $day }, { $overdue }
slack-panels-invoice = { $amount } · invoice { $invoice } · due on { $day } · agreement { $agreement }, tolerance until { $tolerance }
slack-panels-of-operator = with { $name }
slack-panels-settled-on = Paid on { $day }
slack-panels-broken-for = { $days ->
    [one] Agreement broken for { $days } day
   *[other] Agreement broken for { $days } days
}
slack-panels-registered-on = Registered in SPC on { $day }: { $details }
slack-panels-expires-on = The record must go by { $day }, even without payment
slack-panels-deadline = Legal deadline for removal: { $day } ({ $days ->
    [0] it is today
    [one] { $days } day left
   *[other] { $days } days left
})
slack-panels-deadline-past = The legal deadline for removal was { $day }, { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}: remove it now
slack-panels-removed-on = Removed from SPC on { $day }: { $details }

slack-panels-tool-invoices = Open invoices
slack-panels-tool-confirm = Confirm the start
slack-panels-tool-account = Open account
slack-panels-tool-register = Register in SPC
slack-panels-tool-remove = Remove from SPC
slack-panels-tool-rescind = Rescind agreement
slack-panels-tool-renegotiate = Renegotiate

slack-panels-filters = Filters: { $filters }
slack-panels-filter-text = text "{ $value }"
slack-panels-filter-operator = operator { $value }
slack-panels-filter-city = city { $value }
slack-panels-filter-days-from = overdue from { $value } days
slack-panels-filter-days-to = overdue up to { $value } days
slack-panels-filter-amount-from = amount from { $value }
slack-panels-filter-amount-to = amount up to { $value }
slack-panels-order-amount = largest amount first
slack-panels-order-name = name, from A to Z
slack-panels-order-of-classified = oldest first
slack-panels-order-of-in-contact = oldest first
slack-panels-order-of-awaiting = oldest first
slack-panels-order-of-pending = oldest due date first
slack-panels-order-of-settled = latest payment first
slack-panels-order-of-broken = broken for longest first
slack-panels-order-of-spc = latest record first
slack-panels-order-of-spc-critiques = shortest deadline first
slack-panels-order-of-spc-removed = latest removal first
slack-panels-filter-submit = Apply
slack-panels-field-text = Text
slack-panels-text-hint = Part of the name, CPF or CNPJ, or the whole invoice number
slack-panels-field-operator = Operator
slack-panels-any-operator = Anyone
slack-panels-field-city = City
slack-panels-field-days-from = Days overdue, from
slack-panels-field-days-to = Days overdue, to
slack-panels-field-amount-from = Amount, from
slack-panels-field-amount-to = Amount, to
slack-panels-field-order = Order
slack-panels-amount-hint = Like 1.234,56
slack-panels-amount-unreadable = This amount cannot be read. Write it like 1.234,56.
slack-panels-range-crossed = The end comes before the beginning. Give a larger value.

slack-panels-csv-sent = { $rows ->
    [one] { $rows } row of the panel { $panel } was sent to your conversation with Acordo.
   *[other] { $rows } rows of the panel { $panel } were sent to your conversation with Acordo.
}
slack-panels-csv-cut = The file has at most { $max } rows. Use the filters to export the rest.
slack-panels-csv-comment = { $panel }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
slack-panels-csv-customer = Customer
slack-panels-csv-name = Name
slack-panels-csv-invoices = Invoices
slack-panels-csv-amountCents = Amount
slack-panels-csv-oldestDue = Oldest due date
slack-panels-csv-daysOverdue = Days overdue
slack-panels-csv-city = City
slack-panels-csv-operator = Operator
slack-panels-csv-invoice = Invoice
slack-panels-csv-dueDate = Due date
slack-panels-csv-agreement = Agreement
slack-panels-csv-toleranceDate = Tolerance
slack-panels-csv-settledOn = Paid on
slack-panels-csv-daysBroken = Days broken
slack-panels-csv-record = Record
slack-panels-csv-registeredOn = Registered on
slack-panels-csv-details = Details
slack-panels-csv-expiresOn = Expires on
slack-panels-csv-removeBy = Remove by
slack-panels-csv-removedOn = Removed on
slack-panels-csv-removalDetails = Details of the removal

slack-panels-classified-title = Classifier
slack-panels-classified-changed = The classifier added { $classified ->
    [one] { $classified } invoice
   *[other] { $classified } invoices
} and released { $released }.
slack-panels-classified-nothing = Nothing changed: { $classified } added, { $released } released.
slack-panels-classified-now = Now there are { $customers ->
    [one] { $customers } customer
   *[other] { $customers } customers
} with { $invoices ->
    [one] { $invoices } classified invoice.
   *[other] { $invoices } classified invoices.
}

slack-panels-start-title = Start collection
slack-panels-start-review = Review
slack-panels-start-invoices = Classified invoices
slack-panels-start-invoice = { $amount } · { $day } · { $days ->
    [one] { $days } day
   *[other] { $days } days
} · no. { $invoice }
slack-panels-start-chosen = { $chosen } of { $of } chosen, { $amount }. What is ticked when you review counts.
slack-panels-start-too-many = These are too many invoices at once. Choose at most { $most }, and the others after that.
slack-panels-start-none = This customer has no classified invoice any more. Refresh the panel.
slack-panels-start-confirm = Start the collection of { $invoices ->
    [one] { $invoices } invoice
   *[other] { $invoices } invoices
} of { $name }, { $amount } in total?
slack-panels-start-next = The customer goes to the panel In contact.
slack-panels-start-submit = Start
slack-panels-started = { $invoices ->
    [one] { $invoices } invoice of { $name } is in contact.
   *[other] { $invoices } invoices of { $name } are in contact.
}

slack-panels-confirm-title = Confirm the start?
slack-panels-confirm-text = { $name }: { $invoices ->
    [one] { $invoices } invoice goes
   *[other] { $invoices } invoices go
} on to negotiation, { $amount } in total. The collection account is opened if there is none yet.
slack-panels-confirmed = { $invoices ->
    [one] { $invoices } invoice of { $name } awaits
   *[other] { $invoices } invoices of { $name } await
} negotiation in account { $account }.

slack-panels-spc-register-title = Register in SPC
slack-panels-spc-register-submit = Register
slack-panels-spc-remove-title = Remove from SPC
slack-panels-spc-remove-submit = Remove
slack-panels-spc-invoice = Invoice { $invoice } · { $amount } · due on { $day }
slack-panels-spc-details = Details
slack-panels-spc-register-hint = What was done in the bureau's system: protocol, date, who did it
slack-panels-spc-remove-hint = How it was removed in the bureau's system: protocol, date, who did it
slack-panels-spc-law-allows = The law allows the record today. It was checked that:
slack-panels-spc-refused = The record is not possible today:
slack-panels-spc-checked-broken = the promise of payment was not kept
slack-panels-spc-checked-age = the debt is within its longest time
slack-panels-spc-checked-dispute = the amount is not disputed
slack-panels-spc-checked-notice = the notice before it was delivered, if the provider asks for it
slack-panels-spc-checked-contract = the contract has ended, if the provider asks for it
slack-panels-spc-registered = The record { $record } was noted.
slack-panels-spc-removed = The removal of record { $record } was noted.

slack-panels-rescind-title = Rescind agreement
slack-panels-rescind-submit = Rescind
slack-panels-rescind-what = Rescind agreement { $agreement } of { $name }, { $total } in total.
slack-panels-rescind-back = These come back to negotiation:
slack-panels-rescind-line = • invoice { $invoice }, { $amount }
slack-panels-rescind-line-credited = • invoice { $invoice }, { $amount }, of which { $credited } are credited
slack-panels-rescind-more = and { $left } more
slack-panels-rescind-credited = Payments credited: { $amount }
slack-panels-rescind-deleted = { $count ->
    [one] { $count } invoice of the agreement that is not paid will be deleted
   *[other] { $count } invoices of the agreement that are not paid will be deleted
}: { $amount }
slack-panels-rescind-for-good = A rescinded agreement does not come back: another one must be made.
slack-panels-rescind-reason = Reason
slack-panels-rescind-reason-hint = In a few words, why the agreement is rescinded
slack-panels-rescinded = Agreement { $agreement } was rescinded. Back in negotiation:
