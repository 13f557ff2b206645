slack-work-tab-emails = E-mails
slack-work-tab-messages = SMS and Telegram
slack-work-tab-tasks = Tasks
slack-work-tab-connections = Connections

slack-work-nothing = –
slack-work-view = View
slack-work-choose = Choose
slack-work-save = Save
slack-work-send = Send
slack-work-gone = It is not here any more. Refresh the account and try again.
slack-work-reason = Reason
slack-work-notes = Notes
slack-work-note = Internal note
slack-work-text = Text
slack-work-subject = Subject
slack-work-confirm = Confirmation

slack-work-email = *{ $subject }* · { $status }
    To { $to }
    { $when } · { $who }
slack-work-message = *{ $channel }* · { $status }{ $segments }
    { $excerpt }
    To { $to } · { $when } · { $who }
slack-work-channel-sms = SMS
slack-work-channel-app = Telegram
slack-work-segments = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}
slack-work-chats = { $count ->
    [one] { $count } Telegram chat
   *[other] { $count } Telegram chats
}
slack-work-message-queued = waiting to be sent
slack-work-message-sent = sent, delivery not confirmed
slack-work-message-delivered = delivered
slack-work-message-failed = could not be sent
slack-work-message-dropped = not sent: the debt changed before it left
slack-work-message-title = Message
slack-work-copies = Copy to { $to }
slack-work-about-invoices = About the invoices: { $invoices }
slack-work-note-line = Internal note: { $note }
slack-work-finished = Finished on { $when }

slack-work-emails-none = No e-mail was written to this customer.
slack-work-email-add = New e-mail
slack-work-email-for = E-mail to *{ $customer }*
slack-work-email-queued = The e-mail waits to be sent.
slack-work-template = Use a template
slack-work-template-cut = The template is longer than fits here: the end of the text was left out. Check it before you send.
slack-work-to = To
slack-work-to-hint = Separate the addresses with commas.
slack-work-cc = Copy
slack-work-addresses = Other addresses
slack-work-addresses-theirs = Those that are not in the record are the customer's own
slack-work-save-as = Save as a template
slack-work-save-as-hint = Name the template. One that has that name already is replaced.
slack-work-invoices = Invoices that it is about
slack-work-email-invoices-hint = If one is paid or disputed before the e-mail leaves, it is not sent. The invoices are attached as PDF.
slack-work-message-invoices-hint = If one is paid or disputed before the message leaves, it is not sent. Write in the text what the customer needs to know.
slack-work-invoice-option = { $invoice } · { $amount } · due { $due }
slack-work-email-confirm = I am sure that I want to send it now

slack-work-messages-none = No SMS or Telegram message was written to this customer.
slack-work-sms-add = New SMS
slack-work-app-add = Telegram message
slack-work-sms-for = SMS to *{ $customer }*
slack-work-app-for = Telegram message to *{ $customer }* ({ $count ->
    [one] { $count } linked chat
   *[other] { $count } linked chats
})
slack-work-app-not-linked = This customer has no linked Telegram chat. Send the access link and try again once the customer has joined.
slack-work-numbers = Mobile numbers
slack-work-numbers-hint = With the area code; separate the numbers with commas.
slack-work-numbers-other = Other numbers
slack-work-numbers-theirs = Those that are not in the record are the customer's own
slack-work-accents = Accents
slack-work-accents-keep = Keep the accents, though it takes more segments
slack-work-sms-size = { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
} · { $units } characters ({ $encoding }) · { $left } more fit before another segment begins
slack-work-sms-empty = The text will stand here as the customer receives it.
slack-work-sms-preview = The customer receives it like this:
    { $text }
slack-work-sms-confirm = Send the SMS now
slack-work-app-confirm = Send the message now
slack-work-message-queued-done = The message waits to be sent.

slack-work-tasks-none = No tasks about this customer.
slack-work-task-add = New task
slack-work-task-edit = Edit
slack-work-task-edit-title = Edit task
slack-work-task-complete = Complete
slack-work-task-complete-title = Complete task
slack-work-task-cancel = Cancel
slack-work-task-cancel-title = Cancel task
slack-work-task-title = Task
slack-work-task = *{ $title }* · { $status }
    { $late ->
    [yes] :warning: Was due { $due }
   *[no] Due { $due }
} · { $assignee }
slack-work-task-done = Completed by { $who } on { $when }. { $note }
slack-work-task-cancelled = Cancelled by { $who } on { $when }. Reason: { $note }
slack-work-task-created = Task { $task } · created by { $who } on { $when }
slack-work-task-of = *{ $title }*
    Customer: { $customer }
slack-work-task-what = What to do
slack-work-task-day = Day
slack-work-task-time = Time
slack-work-task-assignee = Assignee
slack-work-task-finished-by = Completed by
slack-work-task-finished-at = Completed at
slack-work-task-added = The task was created and stands in the assignee's Home.
slack-work-task-changed = The task was changed.
slack-work-task-was-cancelled = The task was cancelled.
slack-work-task-was-completed = The task was completed.

slack-work-connections-none = This customer has no connections.
slack-work-connections-hint = How each stands is the last that the network or the provider's system said. What is asked for here holds once the network confirms it.
slack-work-connection = *{ $login }* · { $plan } · { $status }{ $since }
slack-work-since = since { $day }
slack-work-wanted = :hourglass_flowing_sand: Asked for: { $wanted }. The network has not confirmed it yet.
    { $when } · { $who } · { $reason }
slack-work-exception = :shield: Not to be blocked until { $until }: { $reason } ({ $who })
slack-work-ask-network = Ask the network
slack-work-connection-asked = It was asked for. The network has not confirmed it yet.
slack-work-connection-restore-speed = Restore speed
slack-work-connection-restore-speed-title = Restore the speed?
slack-work-connection-restore-speed-form = Restore speed
slack-work-connection-restore-speed-confirm = Connection { $login } of { $customer } goes back to its contracted speed.
slack-work-connection-restore-speed-about = Connection *{ $login }* of *{ $customer }* goes back to its contracted speed once the network confirms.
slack-work-connection-block = Block
slack-work-connection-block-title = Block the connection?
slack-work-connection-block-form = Block connection
slack-work-connection-block-confirm = Connection { $login } of { $customer } loses access. Days blocked are not billed.
slack-work-connection-block-about = Connection *{ $login }* of *{ $customer }* loses access once the network confirms. Days blocked are not billed.
slack-work-connection-unblock = Unblock
slack-work-connection-unblock-title = Unblock the connection?
slack-work-connection-unblock-form = Unblock connection
slack-work-connection-unblock-confirm = Connection { $login } of { $customer } has access again, free of charge.
slack-work-connection-unblock-about = Connection *{ $login }* of *{ $customer }* has access again once the network confirms, free of charge.
slack-work-connection-disconnect = Disconnect
slack-work-connection-disconnect-title = Disconnect now?
slack-work-connection-disconnect-form = Disconnect
slack-work-connection-disconnect-confirm = The open session of connection { $login } of { $customer } is ended. The customer may connect again.
slack-work-connection-disconnect-about = The open session of connection *{ $login }* of *{ $customer }* is ended. The customer may connect again.
slack-work-exceptions = Exceptions
slack-work-exceptions-about = Connection *{ $login }* of *{ $customer }*. During an exception it is not blocked; the latest day holds.
slack-work-exceptions-none = No exception was granted.
slack-work-exception-until = Not to be blocked until
slack-work-exception-grant = Grant exception
slack-work-exception-granted = The exception holds until { $until }.
slack-work-exception-revoke = Revoke exception
slack-work-exception-revoke-title = Revoke the exception?
slack-work-exception-revoke-confirm = Connection { $login } of { $customer } will have no exception (until { $until }) any more and may be blocked when the law allows it.
slack-work-exception-revoke-about = The exception of connection { $login } of { $customer } holds until { $until }. Once revoked, the connection may be blocked when the law allows it.
slack-work-exception-revoked = The exception was revoked.
