# Each names the field, what came and what is expected, and says what to do.

refusal-operator-unknown = Operator { $operator } does not exist or is not active. Give the id of an active operator.
refusal-not-permitted = The role { $role } does not hold the permission { $permission } that this needs. Ask somebody who holds it, or an administrator.
refusal-key-reused = The key { $key } was used before for another request. Give each request a key of its own.
refusal-customer-unknown = There is no customer { $customer }. Give the customer's id as the billing system has it.
refusal-invoice-unknown = There is no invoice { $invoice }. Give the invoice's id as the billing system has it.
refusal-invoice-of-another-customer = Invoice { $invoice } belongs to another customer. Choose only invoices of customer { $customer }.
refusal-agreement-unknown = There is no agreement { $agreement }. Check the number in the customer's account.
refusal-stage-does-not-fit = Invoice { $invoice } is { $stage }, and this needs it to be { $expected }. Look at the panel again, or leave the invoice out.
refusal-nothing-classified = Customer { $customer } has no classified invoice; what is in collections: { $stages }. Run the classifier, or look for the customer in the other panels.
refusal-nothing-in-contact = Customer { $customer } has no invoice in contact; what is in collections: { $stages }. Start the collection of the chosen invoices first.
refusal-invoice-not-open = Invoice { $invoice } is { $state }, and only an open one can be collected. Leave it out.
refusal-law-forbids-collection = Invoice { $invoice } may not be collected: { $verdict }.

refusal-no-invoices = No invoice was chosen. Choose at least one.
refusal-invoice-repeated = Invoice { $invoice } was chosen twice. Choose each invoice once.
refusal-invoice-not-authorised = Invoice { $invoice } may not enter an agreement: { $reason }.
not-authorised-paid = it is paid; leave it out
not-authorised-suspended = it is suspended; leave it out
not-authorised-deleted = it is deleted; leave it out
not-authorised-fiscal-document = it has a fiscal document; the setting authorise.fiscalDocument can allow that
not-authorised-remittance = it was sent to the bank for collection; the setting authorise.remittance can allow that
not-authorised-in-another-agreement = it is in agreement { $agreement }, which is neither broken nor rescinded; rescind that one first
refusal-tolerance-not-after-today = The tolerance date is { $asked }, and it must be after today, { $today }. Choose a later day.
refusal-term-negative = The term { $term } is { $asked }, and it must be zero or more. Give it without a sign.
refusal-discounts-above-base = The discounts together are { $asked }, and may be at most the invoices' sum, { $max }. Lower them.
refusal-total-not-positive = The total would be { $total }, and it must be above zero. Lower the discounts.
refusal-total-too-large = The total would be { $total }, and may be at most { $max }. Choose fewer invoices or lower what is added.
refusal-above-legal-cap = The term { $term } is { $asked }, and the law allows at most { $max } here ({ $article }). { $advice }
cap-advice = Lower it.
cap-advice-fees = Leave fees out, or have somebody with the permission agreement.fees-reason give the reason for them.
refusal-ledger-unit-missing = The term { $term } has no ledger unit. Give the code of the unit that it is booked on.
refusal-ledger-unit-not-needed = Ledger unit { $unit } came for the term { $term }, which is zero. Leave the unit out, or give the term.
refusal-due-date-in-the-past = The { $field } is { $asked }, and it must be today, { $today }, or later.
refusal-instalment-count-out-of-bounds = The number of instalments is { $asked }, and it must be a whole number from { $min } to { $max }.
refusal-dates-do-not-match = { $given ->
    [one] { $given } date was
   *[other] { $given } dates were
} given for { $expected } instalments. Give one date for each instalment.
refusal-amounts-do-not-match = { $given ->
    [one] { $given } amount was
   *[other] { $given } amounts were
} given for { $expected } instalments. Give one amount for each instalment.
refusal-first-date-in-the-past = The date of the first instalment is { $asked }, and it must be today, { $today }, or later.
refusal-dates-do-not-ascend = Instalment { $number } is due on { $asked }, and it must be due after the one before it, { $previous }.
refusal-instalment-not-positive = Instalment { $number } is of { $amount }, and it must be above zero.
refusal-amounts-do-not-sum = The instalments add up to { $sum }, and the total is { $total }: { $difference }. Correct the amounts.
difference-too-much = { $amount } too much
difference-too-little = { $amount } too little
refusal-discount-not-kept-when-suspended = The on-time discount cannot be kept, because the replaced invoices are suspended (setting agreement.sources). Leave that choice out.
refusal-category-unknown = There is no category { $got }. Choose one: { $known }.
refusal-profile-unknown = There is no payment profile { $got }. Choose one: { $known }.
refusal-ledger-unit-unknown = There is no ledger unit { $got } for the term { $term }. Choose one: { $known }.
refusal-agreement-awaits-approval = Invoice { $invoice } is held by agreement { $agreement }, which awaits approval. Have that one approved or refused first.
refusal-reason-too-long = The reason has { $length } characters, and may have at most { $max }. Shorten it.

refusal-agreement-not-awaiting = Agreement { $agreement } is { $status }, and only one that awaits approval can be approved or refused.
refusal-own-agreement = Agreement { $agreement } was made by you. Somebody else must approve or refuse it.
refusal-approver-allowance-exceeded = The agreement's { $what } is { $asked }, and your allowance ends at { $max }. Ask somebody with a larger allowance.
refusal-agreement-not-live = Agreement { $agreement } is { $status }, and only a live one can be rescinded.
refusal-reason-empty = The reason is empty. Say in a few words why.
refusal-invoice-moved-on = Invoice { $invoice } has gone on into agreement { $agreement }. Rescind that one first.
refusal-spc-record-live = Invoice { $invoice } has the live SPC record { $record }. Remove the record first.

refusal-already-paid = Invoice { $invoice } is paid already. Nothing was recorded.
refusal-payment-known = Payment { $payment } is recorded already, on invoice { $invoice }. Nothing was recorded again.
refusal-payment-of-not-open = Invoice { $invoice } is { $state }, and only an open one can be paid. Check the invoice's id.
refusal-payment-of-replaced = Invoice { $invoice } was replaced in agreement { $agreement }. Pay an invoice of that agreement, or rescind it first.
refusal-amount-not-positive = The amount is { $got }, and it must be above zero.
refusal-paid-in-the-future = The day of payment is { $got }, and it must be today, { $today }, or before.

refusal-spc-not-of-agreement = Invoice { $invoice } is in no agreement, and only an agreement's unpaid invoice can be registered in SPC.
refusal-spc-invoice-paid = Invoice { $invoice } is paid, and only an unpaid one can be registered in SPC.
refusal-spc-invoice-not-open = Invoice { $invoice } is { $state }, and only an open one can be registered in SPC.
refusal-spc-already-registered = Invoice { $invoice } has the live SPC record { $record } already. Remove that one first to register it again.
refusal-spc-not-registered = Invoice { $invoice } has no live SPC record to remove. Check the invoice's id.
refusal-details-empty = The details are empty. Say what was done in the bureau's own system, and when.
refusal-details-too-long = The details have { $length } characters, and may have at most { $max }. Shorten them.
refusal-law-refuses = Invoice { $invoice } may not be registered in SPC: { $verdict }.

refusal-setting-unknown = There is no setting { $key }. Choose one: { $known }.
refusal-setting-invalid = { $got } is no value of the setting { $key }. Expected: { $expected }.
refusal-field-empty = The { $field } is empty. Fill it in.
refusal-field-too-long = The { $field } has { $length } characters, and may have at most { $max }. Shorten it.
refusal-role-unknown = There is no role { $got }. Choose one: { $known }.
refusal-slack-user-taken = Slack user { $slackUser } belongs to operator { $operator } already. Give another one, or take it from that operator first.
refusal-link-token-taken = This link token was given out before. Make another link.
refusal-operator-built-in = Operator { $operator } is built in and cannot be changed. Choose another id.
