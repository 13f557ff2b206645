slack-home-title = Hello, { $name }
slack-home-updated = updated on { $date } at { $time }
slack-home-role-operator = Operator
slack-home-role-supervisor = Supervisor
slack-home-role-manager = Manager
slack-home-role-administrator = Administrator
slack-home-administration = Administer
slack-home-open = Open
slack-home-work = Work on it
slack-home-let-go = Leave it to the others

slack-home-tasks = My tasks ({ $total })
slack-home-no-tasks = No open task.
slack-home-task = [Collections] { $title }
slack-home-task-late = late, it was for { $day }
slack-home-task-today = for today, { $day }
slack-home-task-ahead = for { $day }
slack-home-more-tasks = { $left ->
    [one] And { $left } task more, in the customer's account.
   *[other] And { $left } tasks more, in the customers' accounts.
}

slack-home-queue = Queue of the day
slack-home-queue-empty = Nobody to contact at this moment.
slack-home-queue-why = Expected return of { $expected }: { $debts ->
    [one] { $debts } invoice
   *[other] { $debts } invoices
}, { $amount }, { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
slack-home-queue-allowed = The law lets you make contact now ({ $place }, { $time } local time)
slack-home-queue-mine = You are working on it: the others do not see this customer in the queue.
slack-home-held-back = { $accounts ->
    [one] { $accounts } account cannot be contacted now
   *[other] { $accounts } accounts cannot be contacted now
}. The first: { $reason }.

slack-home-panels = Panels
slack-home-panel-is-there = The panel { $panel } is open in the Home tab of Acordo.
