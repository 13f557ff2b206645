digest-operator-title = { $name }, your digest of { $date }
digest-operator-notification = Your digest of the day: { $topics }
digest-manager-title = Collections: digest of { $weekday }, { $date }
digest-manager-title-days = Collections: digest of { $from } to { $to }
digest-manager-notification = Digest of collections: { $received } received
digest-nothing = Nothing to say on this day.
digest-nothing-operator = { $name }: nothing to say on this day.

digest-tasks = Tasks: { $today } for today{ $late ->
    [0] {""}
   *[other] {" "}and { $late } late
}
digest-task = [Cobrança] { $title } · { $name } · { $due }
digest-task-today = today
digest-task-today-at = today at { $time }
digest-task-late = late since { $date }
digest-promises = { $total ->
    [one] { $total } promise is due today
   *[other] { $total } promises are due today
}: { $amount }
digest-broken = { $total ->
    [one] { $total } promise was broken yesterday
   *[other] { $total } promises were broken yesterday
}: { $amount }
digest-broken-days = { $total ->
    [one] { $total } promise was broken
   *[other] { $total } promises were broken
} from { $from } to { $to }: { $amount }
digest-promise = { $name } · { $amount } · invoice { $invoice }, agreement { $agreement }
digest-removals = { $total ->
    [one] { $total } record to be removed from SPC
   *[other] { $total } records to be removed from SPC
}: { $amount }
digest-removal = { $name } · { $amount } · invoice { $invoice } · legal deadline: { $date }
digest-removal-today = { $name } · { $amount } · invoice { $invoice } · legal deadline: today
digest-removal-late = { $name } · { $amount } · invoice { $invoice } · past its legal deadline, { $date }
digest-more = And { $count } more.

digest-received = { $count ->
    [0] Received: nothing
    [one] Received: { $amount } in { $count } payment
   *[other] Received: { $amount } in { $count } payments
}
digest-agreements = { $count ->
    [0] Agreements made: none
   *[other] Agreements made: { $count }, in all { $amount }
}
digest-settled = { $count ->
    [0] Invoices of agreements settled: none
   *[other] Invoices of agreements settled: { $count }, in all { $amount }
}
digest-flow-broken = { $count ->
    [0] Promises broken: none
   *[other] Promises broken: { $count }, in all { $amount }
}
digest-contacts = { $count ->
    [0] Contacts with customers: none
   *[other] Contacts with customers: { $count }
}
digest-day-before = the day before { $value }
digest-week-before = a week before { $value }
digest-week-before-days = the same days of the week before { $value }
digest-legal-risk = Legal risk: { $count ->
    [one] { $count } SPC record that must go
   *[other] { $count } SPC records that must go
}, { $amount }
digest-legal-late = { $late ->
    [one] { $late } is past its legal deadline
   *[other] { $late } are past their legal deadline
}
digest-legal-next = the first deadline is { $date }
digest-no-legal-risk = Legal risk: no SPC record must go.

digest-weekday-0 = Sunday
digest-weekday-1 = Monday
digest-weekday-2 = Tuesday
digest-weekday-3 = Wednesday
digest-weekday-4 = Thursday
digest-weekday-5 = Friday
digest-weekday-6 = Saturday

digest-open-account = Open the account of…
