refusal-role-name-empty = The role's name is empty. Fill it in.
refusal-permission-unknown = There is no permission { $got }. Look at the list of permissions.
refusal-administrator-needs = Role { $role } must keep the permission { $permission }, so that somebody can always mend the others.
refusal-allowance-out-of-bounds = The { $field } is { $asked }, and it must be from { $min } to { $max }.
refusal-role-built-in = Role { $role } is needed and cannot be deleted.
refusal-role-in-use = Role { $role } still belongs to { $operators }. Give them another role first, even if they are deactivated.
refusal-own-operator = You cannot deactivate yourself, { $operator }. Ask somebody else.
refusal-last-administrator = Operator { $operator } is the last one with the role { $role }. Give that role to somebody else first.
refusal-entry-unknown = There is no { $got } in the list of { $list }. Look at the list again and choose one.
refusal-entry-name-taken = There is { $got } in the list of { $list } already. { $advice }
refusal-entry-name-kept = The item { $name } in the list of { $list } cannot become { $got }: invoices and ledger lines know it by that name. Add another one and deactivate this one.
refusal-bank-unknown = Bank { $got } is no code that we can read. Choose one: { $known }.
refusal-pix-key-invalid = The Pix key { $got } does not fit: at most { $max } characters, without blanks and accents.
refusal-ladder-name-empty = The ladder's name is empty. Fill it in.
refusal-ladder-day-invalid = The day of step { $step } is { $got }, and it must be a whole number from { $first } to { $last }, counted from the due date.
refusal-ladder-action-unknown = There is no action { $got }, of step { $step }. Choose one: { $known }.
refusal-ladder-step-twice = Step { $step } repeats the action { $action } on day { $day }. Take one of them out.
refusal-ladder-unknown = There is no ladder { $ladder } any more. Look at the list again and choose one.
refusal-ladder-id-taken = There is a ladder with the id { $ladder } already: { $name }. Choose another id, or change that ladder.
refusal-ladder-moved-on = Ladder { $ladder } was changed by somebody else while you edited it, and has version { $version } now. Open it again.
refusal-policy-value-out-of-bounds = In row { $row } of the policy the { $field } is { $asked }, and it must be { $bounds }.
refusal-policy-rows-overlap = Row { $row } of the policy covers debts that row { $other } covers already. Part their days or their amounts.
refusal-policy-empty = The policy would have no row. Leave one at least.
refusal-template-unknown = There is no template { $got } for { $channel }. Choose one: { $known }.

bounds-from = { $min } or more
bounds-between = from { $min } to { $max }
name-taken-advice = Choose another name.
name-taken-advice-inactive = It is deactivated: reactivate it, or choose another name.

event-role-changed = { $change } role { $name }{ $details }.
event-operator-deactivated = { $change } operator { $name }{ $details }.
event-category-changed = { $change } category { $name }{ $details }.
event-ledger-unit-changed = { $change } ledger unit { $code } ({ $name }){ $details }.
event-payment-profile-changed = { $change } payment profile { $name }{ $details }.
event-ladder-changed = { $change } ladder { $name }{ $details }.
event-policy-changed = Changed the self-service policy: from { $before } to { $after } rows.
event-template-deleted = Deleted template { $name } ({ $channel }).

change-added = Added
change-changed = Changed
change-deactivated = Deactivated
change-reactivated = Reactivated
change-deleted = Deleted
change-detail = { $field } from { $before } to { $after }
change-gained = with { $items }
change-lost = without { $items }
value-none = nothing
value-unlimited = unlimited

entry-category = categories
entry-ledgerUnit = ledger units
entry-paymentProfile = payment profiles

allowance-field-maxDiscount = largest discount
allowance-field-maxInstalments = largest number of instalments
allowance-field-maxAmountCents = largest amount

policy-field-daysOverdueFrom = first day overdue
policy-field-daysOverdueTo = last day overdue
policy-field-amountFromCents = smallest amount
policy-field-amountToCents = largest amount
policy-field-maxDiscountAtOnce = largest discount when paid at once
policy-field-maxDiscountSplit = largest discount when split
policy-field-maxInstalments = largest number of instalments
policy-field-minInstalmentCents = smallest instalment
policy-field-latestFirstDueDays = days to the first due date
policy-field-offerStandsDays = days for which an offer stands

ladder-step = day { $day }: { $action }
ladder-action-message = send a message
ladder-action-notice = send a notice
ladder-action-block = block the connection
ladder-action-unblock = unblock the connection
ladder-action-forward-to-collections = forward to collections
ladder-action-suggest-spc = suggest SPC
ladder-action-suggest-rescission = suggest rescission
