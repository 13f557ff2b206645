stage-classified = classified
stage-in-contact = in contact
stage-awaiting-negotiation = awaiting negotiation
stage-in-agreement = in agreement
stage-settled = settled
stage-broken = broken
stage-replaced = replaced by an agreement
stage-none = outside collections

invoice-state-open = open
invoice-state-paid = paid
invoice-state-suspended = suspended
invoice-state-deleted = deleted

agreement-kind-unchanged = unchanged
agreement-kind-renegotiated = renegotiated

agreement-status-awaiting-approval = awaiting approval
agreement-status-live = live
agreement-status-fulfilled = fulfilled
agreement-status-renegotiated = renegotiated
agreement-status-rescinded = rescinded
agreement-status-refused = refused
agreement-status-void = void

term-base = base
term-increase = increase
term-fine = fine
term-discount = discount
term-discountAmount = discount amount
term-charges = charges
term-fees = fees

allowance-discount = discount
allowance-instalments = number of instalments
allowance-amount = amount

field-due = due date
field-first-due = first due date
field-id = id
field-name = name
field-body = body
field-subject = subject

role-awaited = awaited as it is
role-replaced = replaced by new invoices

active = active
inactive = inactive
none-yet = none exists yet

nothing-in-collections = nothing
