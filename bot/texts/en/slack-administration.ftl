admin-title = Administration
admin-choose = Choose what to administer
admin-choose-one = Choose
admin-empty = Nothing here yet.
admin-save = Save
admin-edit = Change
admin-delete = Delete
admin-deactivate = Deactivate
admin-reactivate = Reactivate
admin-previous = ‹ Previous
admin-next = Next ›
admin-inactive = (deactivated)
admin-not-yours = Your role may not administer this. Ask whoever administers Acordo.
admin-gone = This item is there no more. Close this window and choose the subject again.
admin-choice-gone = This choice is there no more. Close this window and open the form again.
admin-too-long-to-edit = The text is longer than Slack takes in a field. Change it at the command line.
admin-name-taken = There is one of this name already. Choose another name, or change that one.
admin-id-taken = There is one with this id already. Choose another id, or change that one.
admin-saved = Saved: { $name }.
admin-deleted = Deleted: { $name }.
admin-deactivated = Deactivated: { $name }.
admin-reactivated = Reactivated: { $name }.
admin-id-is = Id: { $id }
admin-field-name = Name
admin-field-id = Id
admin-kept-hint = Cannot be changed later: invoices and ledger lines know it so.
admin-no-limit-hint = Leave it empty for no limit.
admin-amount-expected = Write an amount in reais, such as 1,234.56.
admin-percent-expected = Write a percentage from 0 to 100, such as 3.5.
admin-whole-expected = Write a whole number, such as 12.
admin-days-expected = Write one date a line, such as 2026-11-24.
admin-days-hint = One date a line, such as 2026-11-24.
admin-on = Yes
admin-off = No

admin-subject-roles = Roles and permissions
admin-subject-operators = Operators
admin-subject-settings = Settings
admin-subject-categories = Agreement categories
admin-subject-ledger-units = Ledger units
admin-subject-profiles = Payment profiles
admin-subject-ladders = Ladders
admin-subject-policy = Self-service policy
admin-subject-templates = Message templates
admin-subject-changes = History of changes
admin-about-roles = What each role sees and does, and how far it negotiates without approval.
admin-about-operators = Who works here, in which role and with which Slack user.
admin-about-settings = How collections work at this provider.
admin-about-categories = The categories that an agreement can have.
admin-about-ledger-units = Where each added or taken amount is booked.
admin-about-profiles = Bank, wallet and Pix key of new invoices.
admin-about-ladders = What happens so many days before or after a due date.
admin-about-policy = What customers may agree on alone, by age and amount.
admin-about-templates = Ready texts for e-mail, SMS and the app.
admin-about-changes = Who changed what, from which value to which.

admin-role-new = New role
admin-role-edit = Change role
admin-role-add = New role
admin-role-name-hint = Cannot be changed later.
admin-role-allowance = Allowance: what it agrees on without approval
admin-role-permissions = Permissions
admin-role-max-discount = Largest discount, in %
admin-role-max-instalments = Most instalments
admin-role-max-amount = Largest debt, in R$
admin-role-counts = { $permissions ->
    [one] { $permissions } permission
   *[other] { $permissions } permissions
}, { $operators ->
    [one] { $operators } person
   *[other] { $operators } people
}
admin-role-allows = Allowance: up to { $discount } discount, { $instalments } instalments, a debt of up to { $amount }
admin-role-delete-title = Delete the role?
admin-role-delete-text = Role { $name } will be no more, with { $permissions ->
    [one] the permission that it has
   *[other] the { $permissions } permissions that it has
}. It can only go when nobody has it.

admin-permissions-panels = Panels it sees
admin-permissions-tabs = Tabs of the account it sees
admin-permissions-collection = Collection and SPC
admin-permissions-agreements = Agreements, invoices and payments
admin-permissions-account = Work on the account
admin-permissions-network = Connections, contracts and routines
admin-permissions-administration = Administration

permission-panel-classified = Panel: classified
permission-panel-in-contact = Panel: in contact
permission-panel-awaiting = Panel: awaiting negotiation
permission-panel-pending = Panel: pending agreements
permission-panel-settled = Panel: settled agreements
permission-panel-broken = Panel: broken agreements
permission-panel-spc = Panel: SPC records
permission-panel-spc-critiques = Panel: SPC critiques
permission-panel-spc-removed = Panel: removed from SPC
permission-panel-charts = Panel: charts
permission-tab-invoices = Tab: invoices awaiting agreement
permission-tab-history = Tab: collection history
permission-tab-invoice-history = Tab: invoice history
permission-tab-comments = Tab: comments and contacts
permission-tab-attachments = Tab: attachments
permission-tab-emails = Tab: e-mails
permission-tab-messages = Tab: SMS and messages
permission-tab-tasks = Tab: tasks
permission-tab-agreements = Tab: agreements
permission-tab-connections = Tab: connections
permission-classifier-run = Run the classifier
permission-collection-start = Start collection
permission-collection-confirm = Confirm the start of collection
permission-customer-assign = Assign a customer to an operator
permission-customer-link = Make a customer's Telegram link
permission-agreement-make = Make an agreement
permission-agreement-approve = Approve or refuse an agreement
permission-agreement-rescind = Rescind an agreement
permission-agreement-renegotiate = Renegotiate a broken agreement
permission-agreement-fees-reason = Give a reason for a consumer's fees
permission-invoice-print = Print invoices
permission-invoice-edit = Change an agreement's invoice
permission-invoice-pay = Record a payment
permission-return-read = Read the bank's return file
permission-spc-register = Register in SPC
permission-spc-remove = Remove from SPC
permission-comment-add = Record a comment or contact
permission-attachment-add = Attach a file
permission-attachment-delete = Delete an attachment
permission-email-send = Send e-mail
permission-message-send = Send SMS and messages
permission-task-manage = Create and change tasks
permission-dispute-record = Record a dispute
permission-dispute-answer = Answer a dispute
permission-notice-record = Record a delivered notice
permission-connection-restore-speed = Remove a speed reduction
permission-connection-exceptions = Grant an exception from blocks
permission-connection-disconnect = Disconnect
permission-connection-block = Block a connection
permission-connection-unblock = Unblock a connection
permission-contract-rescind = Rescind a contract
permission-csv-export = Export CSV
permission-digest-send = Send the day's digest
permission-import-run = Import billing data
permission-outbox-manage = Resend or drop messages that stand still
permission-template-manage = Administer message templates
permission-category-manage = Administer categories
permission-ledger-unit-manage = Administer ledger units
permission-profile-manage = Administer payment profiles
permission-ladder-manage = Administer ladders
permission-policy-manage = Administer the self-service policy
permission-setting-manage = Administer settings
permission-operator-manage = Administer operators
permission-role-manage = Administer roles and permissions

admin-operator-new = New operator
admin-operator-edit = Change operator
admin-operator-add = New operator
admin-operator-slack = Slack user
admin-operator-slack-hint = Acordo knows the person here by it.
admin-operator-id-hint = Short and without blanks, such as ana. Cannot be changed later.
admin-operator-email = E-mail
admin-operator-role = Role
admin-operator-is = { $id }, role { $role }
admin-operator-no-slack = no Slack user
admin-operator-slack-is = Slack: { $user }
admin-operator-deactivate-title = Deactivate the operator?
admin-operator-deactivate-text = { $name } ({ $role }) gets into Acordo no more, nor through Slack. What was done stays in the history, and assigned customers stay with that person.

admin-setting-edit = Change setting
admin-setting-value = Value
admin-setting-expects = Expects: { $expects }
admin-setting-initial = Default: { $value }
admin-setting-unchanged = Default value
admin-setting-saved = { $title }: { $value }.
admin-setting-group-provider = Provider
admin-setting-group-agreement = Agreements
admin-setting-group-authorise = Special processes
admin-setting-group-law = What the law asks
admin-setting-group-contact = Contacts
admin-setting-group-calendar = Calendar
admin-setting-group-digest = Daily digest
admin-setting-group-link = Telegram link
admin-setting-choice-agreement-sources-deleted = They are deleted
admin-setting-choice-agreement-sources-suspended = They are suspended

admin-categories-new = New category
admin-categories-edit = Change category
admin-categories-add = New category
admin-categories-deactivate-text = No new agreement can have category { $name }. Agreements that have it stay as they are.
admin-ledger-units-new = New ledger unit
admin-ledger-units-edit = Change ledger unit
admin-ledger-units-add = New ledger unit
admin-ledger-units-deactivate-text = Nothing more can be booked under { $name }. What was booked stays as it is.
admin-profiles-new = New profile
admin-profiles-edit = Change profile
admin-profiles-add = New profile
admin-profiles-deactivate-text = No new invoice will be charged through { $name }. Those that are there can still be paid.
admin-entry-deactivate-title = Deactivate?
admin-unit-code = Code
admin-unit-code-is = Code: *{ $code }*
admin-profile-bank = Bank
admin-profile-wallet = Wallet
admin-profile-agreementCode = Convênio
admin-profile-beneficiary = Beneficiary
admin-profile-pixKey = Pix key
admin-profile-branch = Branch, without check digit
admin-profile-account = Account, without check digit
admin-profile-unit = Posto (Sicredi only)
admin-profile-city = City of the Pix receiver
admin-profile-firstOurNumber = First number at the bank
admin-profile-bank-is = Bank: { $value }
admin-profile-wallet-is = Wallet: { $value }
admin-profile-agreementCode-is = Convênio: { $value }
admin-profile-beneficiary-is = Beneficiary: { $value }
admin-profile-pixKey-is = Pix key: { $value }
admin-profile-branch-is = Branch: { $value }
admin-profile-account-is = Account: { $value }
admin-profile-unit-is = Posto: { $value }
admin-profile-city-is = City: { $value }
admin-profile-firstOurNumber-is = Numbers at the bank from { $value }
admin-bank-001 = 001 Banco do Brasil
admin-bank-033 = 033 Santander
admin-bank-104 = 104 Caixa
admin-bank-237 = 237 Bradesco
admin-bank-341 = 341 Itaú
admin-bank-748 = 748 Sicredi
admin-bank-756 = 756 Sicoob

admin-ladder-new = New ladder
admin-ladder-edit = Change ladder
admin-ladder-add = New ladder
admin-ladder-id-hint = Contracts know it by this id. Cannot be changed later.
admin-ladder-steps = Steps
admin-ladder-steps-hint = One a line, day and action, such as: 10 forward to collections. The day counts from the due date; before it, with a minus sign. Actions: { $actions }.
admin-ladder-preview = Look the steps over
admin-ladder-foreign = Steps of another system, which stay as they are and do nothing here: { $steps }
admin-ladder-line-wrong = Line { $line } is no day and action. Write it like: 10 forward to collections.
admin-ladder-action-wrong = There is no such action as in line { $line }. Choose one: { $actions }.
admin-ladder-day = { $when }: { $actions }
admin-ladder-on-due-date = on the due date
admin-ladder-before = { $days ->
    [one] { $days } day before the due date
   *[other] { $days } days before the due date
}
admin-ladder-after = { $days ->
    [one] { $days } day after the due date
   *[other] { $days } days after the due date
}
admin-ladder-forwards = An unpaid invoice goes to collections { $when }.
admin-ladder-never = No invoice goes to collections by this ladder.

admin-policy-new = New row of the policy
admin-policy-edit = Change row
admin-policy-add = New row
admin-policy-about = What a customer may agree on alone, and an operator without approval. Debts that no row covers are for an operator.
admin-policy-daysOverdueFrom = Days overdue, from
admin-policy-daysOverdueTo = Days overdue, to
admin-policy-amountFromCents = Debt in R$, from
admin-policy-amountToCents = Debt in R$, to
admin-policy-maxDiscountAtOnce = Largest discount when paid at once, in %
admin-policy-maxDiscountSplit = Largest discount when split, in %
admin-policy-maxInstalments = Most instalments (1: cannot be split)
admin-policy-minInstalmentCents = Smallest instalment, in R$
admin-policy-latestFirstDueDays = First due date, in how many days at the latest
admin-policy-offerStandsDays = Days for which an offer stands
admin-policy-days-from = { $from } days overdue or more
admin-policy-days-between = { $from } to { $to } days overdue
admin-policy-amount-from = of { $from } or more
admin-policy-amount-between = of { $from } to { $to }
admin-policy-reach = { $days }, a debt { $amounts }
admin-policy-at-once = At once: up to { $discount } discount
admin-policy-split = Split: up to { $instalments } instalments, { $discount } discount, none below { $least }
admin-policy-not-split = Cannot be split
admin-policy-days = First due date in up to { $due } days; the offer stands for { $stands ->
    [one] { $stands } day
   *[other] { $stands } days
}
admin-policy-delete-title = Delete the row?
admin-policy-delete-text = Row { $number } ({ $reach }) leaves the policy. Such debts are then negotiated with an operator only.
admin-policy-deleted = Deleted from the policy: { $reach }.
admin-policy-saved = Saved in the policy: { $reach }.
admin-policy-overtaken = Somebody else changed this row meanwhile. Close this window and open the policy again.

admin-template-new = New template
admin-template-edit = Change template
admin-template-add = New template
admin-template-channel = Channel
admin-template-subject = Subject
admin-template-subject-hint = For e-mail only.
admin-template-body = Text
admin-template-delete-title = Delete the template?
admin-template-delete-text = Template { $name } ({ $channel }) will be no more. Messages that were written with it stay as they are.
admin-channel-email = e-mail
admin-channel-sms = SMS
admin-channel-app = app

admin-changes-intro = The newest first. You see here what your role may administer.
admin-change-by = { $who }, { $date }
admin-change-setting = { $title }: from { $before } to { $after }.
admin-change-operator = Operator { $operator }: from { $before } to { $after }.
