slack-account-title = Collection account
slack-account-nothing = –
slack-account-fact-tax-id = Tax id
slack-account-fact-account = Account
slack-account-fact-place = City
slack-account-fact-operator = Operator
slack-account-total = { $stage }: { $invoices ->
    [one] { $invoices } invoice
   *[other] { $invoices } invoices
}, { $amount }
slack-account-no-totals = No invoice is in collections.
slack-account-dispute = Invoice { $invoice } was disputed on { $opened }: { $late ->
    [yes] the answer was due by { $answerBy }.
   *[no] answer by { $answerBy }.
}
slack-account-blocked = Connection { $connection } blocked since { $since }.
slack-account-notice = Last { $kind } delivered on { $delivered }.
slack-account-tab = Choose a tab
slack-account-no-tab = Your role may not see this account's tabs. Ask whoever administers Acordo.
slack-account-next = Next page
slack-account-previous = Previous page
slack-account-save = Save
slack-account-view = View
slack-account-choose = Choose
slack-account-gone = It is not here any more. Refresh the account and try again.

slack-account-tab-invoices = Invoices to negotiate
slack-account-tab-history = Collection history
slack-account-tab-invoice-history = History of the invoices
slack-account-tab-comments = Comments and contacts
slack-account-tab-attachments = Attachments
slack-account-tab-agreements = Agreements

slack-account-invoices-none = No invoice awaits negotiation.
slack-account-agree = Make an agreement
slack-account-choose-all = Choose all
slack-account-choose-none = Choose none
slack-account-choose-first = Choose at least one invoice.
slack-account-chosen-elsewhere = { $count ->
    [one] { $count } more invoice chosen on another page.
   *[other] { $count } more invoices chosen on other pages.
}
slack-account-invoice = *Invoice { $invoice }* · { $balance }{ $billed } · due { $due } · { $overdue }
slack-account-billed = of { $amount }
slack-account-due-today = To pay today: *{ $total }* = { $balance }{ $fine }{ $interest }
slack-account-due-fine = + fine of { $amount }
slack-account-due-interest = + interest of { $amount }
slack-account-authorised = :white_check_mark: May enter an agreement.
slack-account-not-authorised = :no_entry: May not enter an agreement: { $why }.

slack-account-history-none = Nothing has happened yet.
slack-actor-customer = customer
slack-account-history-entry = *{ $who }* · { $what }

slack-account-comments-none = No comment or contact was recorded.
slack-account-comment-add = Record a contact
slack-account-comment-title = Contact
slack-account-comment-saved = The contact was recorded.
slack-account-comment = *{ $subject }*
    { $when } · { $who } · { $direction }, { $medium }
slack-account-comment-more = *Answered by:* { $answeredBy }    *Category:* { $category }
slack-account-direction = Kind of contact
slack-account-direction-active = Active: we reached out
slack-account-direction-reactive = Reactive: the customer did
slack-account-medium = Medium
slack-account-answered-by = Answered by
slack-account-category = Category of the contact
slack-account-outcome = Outcome
slack-account-subject = Subject
slack-account-body = Text

slack-account-attachments-none = No file is attached.
slack-account-attachment-add = Attach a file
slack-account-attachment = *{ $name }* · { $size } · { $when } · { $who }
slack-account-kilobytes = { $size } KB
slack-account-download = Download
slack-account-describe = Describe
slack-account-delete = Delete
slack-account-delete-title = Delete the attachment?
slack-account-delete-text = The file { $name } will leave the account of { $customer }. This cannot be undone.
slack-account-attachment-added = The file is attached.
slack-account-attachment-described = The description is saved.
slack-account-attachment-deleted = The attachment is deleted.
slack-account-attachment-sent = { $name } is in your conversation with Acordo.
slack-account-attachment-lost = The file is not where files are kept. Tell whoever administers Acordo.
slack-account-file = File
slack-account-file-hint = PDF, image, document, spreadsheet or text, up to 10 MB.
slack-account-file-missing = Choose a file.
slack-account-file-name = Name of the file
slack-account-description = Description

slack-account-list = Choose a list
slack-account-list-agreements = Agreements
slack-account-list-invoices = Invoices of agreements
slack-account-list-awaiting = Awaiting payment
slack-account-list-pastTolerance = Past tolerance
slack-account-list-paid = Paid
slack-account-list-empty = Nothing in this list.
slack-account-agreement = *Agreement { $agreement }* · { $status } · { $kind }
    { $total } · tolerance { $tolerance } · { $category }
    Made on { $madeOn } by { $who }
slack-account-agreement-ended = Ended on { $on }{ $reason }
slack-account-agreement-invoice = *Invoice { $invoice }* · { $amount } · due { $due }
    Agreement { $agreement } · { $role } · { $state }, { $stage }
slack-account-role-source = source invoice
slack-account-role-awaited = new invoice
slack-account-role-both = kept invoice
slack-account-promised = *Invoice { $invoice }*{ $instalment } · { $amount } · due { $due } · agreement { $agreement }
slack-account-instalment = · instalment { $number }
slack-account-keep-until = May be paid until { $date }.
slack-account-settled-on = Settled on { $date }.
slack-account-in-spc = :warning: Registered in SPC (record { $record }).
slack-account-tool-edit = Edit invoice
slack-account-tool-spc = Register in SPC
slack-account-tool-renegotiate = Renegotiate
slack-account-tool-rescind = Rescind agreement
slack-account-edit-hint = Invoice { $invoice }: what is left empty stays as it is. The amount is part of the agreement and does not change.
slack-account-new-due = New due date
slack-account-new-description = New description
slack-account-invoice-edited = Invoice { $invoice } is due on { $due } and may be paid until { $until }.
slack-account-agreement-title = Agreement
slack-account-agreement-head = *Agreement { $agreement }* · { $name }
    { $status } · { $kind } · { $category }
    Base { $base } · *total { $total }* · tolerance { $tolerance }
    Made on { $madeOn } by { $who }
slack-account-fees-reason = Reason for the fees: { $reason }
slack-account-instalments = *What is awaited*
slack-account-sources = *Of which invoices*
slack-account-more = … and { $count } more.
slack-account-instalment-line = *{ $number }.* Invoice { $invoice } · { $amount } · due { $due } · { $standing }
slack-account-term = { $term } { $amount }
slack-account-source-line = Invoice { $invoice } · { $amount } · due { $due } · { $state }
