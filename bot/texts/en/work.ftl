refusal-confirmation-missing = Sending was not confirmed. Look at the text and the recipients, and confirm.
refusal-email-invalid = In the field { $field }, { $got } is no e-mail address. Give the address alone, as name@provider.com.br.
refusal-mobile-invalid = { $got } is no mobile number. Give area code and number, as (11) 98765-4321.
refusal-recipient-missing = There is nowhere to send to by { $channel }. Give a recipient, or complete the customer's record.
refusal-recipients-too-many = There are { $count } recipients, and at most { $max } are possible. Leave some out.
refusal-sms-too-long = The text takes { $segments } SMS segments, and it may take at most { $max }. Shorten it, or leave its accents out.
refusal-law-forbids-contact = This customer may not be written to now: { $verdict }.
refusal-task-unknown = There is no task { $task }. Look at the list again.
refusal-task-not-open = Task { $task } is { $status }, and only an open one can be changed. Make another one if need be.
refusal-time-of-day-invalid = { $got } is no time of day. Give it as 14:30.
refusal-finished-in-the-future = The time of completion has not come yet. Say when the task was finished, now at the latest.
refusal-operator-not-active = { $got } is no active operator. Choose an active one.
refusal-dispute-already-open = Invoice { $invoice } has an open dispute of { $openedOn }. Answer that one first.
refusal-dispute-unknown = There is no dispute { $dispute }. Look at the account again.
refusal-dispute-already-answered = Dispute { $dispute } was answered on { $answeredOn }. Nothing was changed.
refusal-dispute-of-promise = Invoice { $invoice } was made by agreement { $agreement }. Rescind the agreement before saying that the customer is right.
refusal-invoice-not-disputable = Invoice { $invoice } is { $state }, and only an open or a paid one can be disputed. Check the invoice's id.
refusal-attachment-empty = The file is empty. Choose another one.
refusal-attachment-too-large = The file is too large: it may have at most { $max } MB. Send a smaller one.
refusal-attachment-type-refused = The content of the file is { $got }. Send one of these types: { $known }.
attachment-type-none = of an unknown type
refusal-attachment-unknown = There is no attachment { $attachment }, or it was deleted. Look at the list again.
refusal-connection-does-not-fit = Connection { $connection } is { $status }.{ $wanted } There is nothing to { $change }.
connection-wanted-too = The network was asked already: { $wanted }.
refusal-connection-not-excepted = Connection { $connection } has no exception in force. Refresh the list.
refusal-connection-excepted = Connection { $connection } has an exception: it may not be blocked until { $until }.
refusal-contract-unknown = There is no contract { $contract }, or it is another customer's. Choose a contract of this customer.
refusal-connection-unknown = There is no connection { $connection }. Look at the list again.
refusal-law-forbids-block = Connection { $connection } may not be blocked: { $verdict }.
refusal-day-in-the-past = In the field { $field }, { $got } came, and it must be today, { $today }, or later.
refusal-day-in-the-future = In the field { $field }, { $got } came, and it must be today, { $today }, or earlier.
refusal-day-too-far = In the field { $field }, { $got } came, and it may be { $latest } at the latest.
refusal-answer-before-dispute = The answer is of { $got }, and it must be of the day of the dispute, { $openedOn }, or later.
refusal-invoice-of-billing = Invoice { $invoice } is the billing system's, and the agreement only awaits it. Change it in that system, or agree on it anew.
refusal-nothing-changed = Nothing changed: what came was so already.
refusal-customer-worked-by = Customer { $customer } is with { $operator } for another { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Choose another one.
refusal-minutes-out-of-bounds = The time asked for is { $got } minutes, and it must be a whole number from 1 to { $max }.
refusal-draft-unknown = The draft is no longer there. Begin the agreement again.
refusal-draft-overtaken = This agreement was continued in another window. Go on there, or open the draft again.

event-contact-recorded = { $direction } contact by { $medium }: { $subject }{ $outcome }.
event-attachment-added = File { $name } was attached.
event-attachment-described = File { $name } was described anew.
event-attachment-deleted = File { $name } was deleted.
event-message-queued = Message { $message } ({ $channel }) was written to { $recipients ->
    [one] { $recipients } recipient
   *[other] { $recipients } recipients
}.{ $vouched }
message-vouched = The operator confirmed that the addresses are the customer's.
event-task-created = Task "{ $title }" was made for { $assignee }, due on { $dueOn }.
event-task-changed = Task "{ $title }" was changed: { $assignee } does it, due on { $dueOn }.
event-task-cancelled = Task "{ $title }" was cancelled: { $reason }
event-task-completed = Task "{ $title }" was completed by { $finishedBy }.{ $notes }
event-invoice-edited = Invoice { $invoice } of agreement { $agreement } was changed: { $description }, due on { $dueDate } (was { $previous }).
event-invoice-cancelled = Invoice { $invoice } of { $amount } was cancelled by dispute { $dispute }.
event-dispute-opened = Invoice { $invoice } was disputed on { $openedOn }: { $reason }
event-dispute-answered = The dispute of invoice { $invoice } was answered on { $answeredOn }: { $answer }.{ $note }
dispute-upheld = the customer is right
dispute-not-upheld = the charge is right
event-notice-recorded = The customer received the { $notice } on { $deliveredOn } by { $channel }.
event-connection-change-requested = The network was asked for connection { $connection }: { $wanted }. Reason: { $reason }
event-connection-exception-granted = Connection { $connection } will not be blocked until { $until }: { $reason }
event-connection-exception-revoked = The exception of connection { $connection }, which held until { $until }, was revoked: { $reason }

field-to = to
field-cc = copy
field-answeredBy = who answered
field-category = category
field-description = description
field-note = note
field-notes = notes
field-title = title
field-dueOn = day of the task
field-openedOn = day of the dispute
field-answeredOn = day of the answer
field-deliveredOn = day of delivery
field-until = last day
field-channel = channel
field-draft = draft

message-channel-email = e-mail
message-channel-sms = SMS
message-channel-app = app

contact-direction-active = Active
contact-direction-reactive = Reactive
contact-medium-phone = phone
contact-medium-whatsapp = WhatsApp
contact-medium-sms = SMS
contact-medium-app = app
contact-medium-email = e-mail
contact-medium-letter = letter
contact-medium-in-person = visit
contact-medium-other = other means
contact-outcome-promised = promised to pay
contact-outcome-refused-to-pay = will not pay
contact-outcome-no-answer = did not answer
contact-outcome-left-word = word was left
contact-outcome-call-back = call back later
contact-outcome-wrong-person = not the customer
contact-outcome-opted-out = asked for no contact
contact-outcome-welcome = contact is welcome
contact-outcome-other = other outcome

task-status-open = open
task-status-done = done
task-status-cancelled = cancelled


connection-change-restore-speed = restore the speed of
connection-change-block = block
connection-change-unblock = unblock
connection-change-disconnect = disconnect
connection-status-normal = normal
connection-status-reduced = at reduced speed
connection-status-blocked = blocked
connection-wanted-normal = normal access
connection-wanted-blocked = a block
connection-wanted-disconnected = a disconnection
