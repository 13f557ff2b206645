returns-title = Banks' return files
returns-home-line = Return files: what came, what it settled and what is left over
returns-upload = Upload a file
returns-upload-explained = Upload the bank's return file (CNAB 400 or CNAB 240). First you see what it would do; nothing changes until you have it processed.
returns-file = Return file
returns-file-hint = Up to 10 MB. Larger files are read on the command line.
returns-file-missing = Choose the file.
returns-file-large = The file has more than 10 MB. Read it on the command line.
returns-check = Check
returns-process = Process
returns-preview-title = Check of the file
returns-preview = Nothing is kept yet. When you process this file, this happens:
returns-seen-before = This file was processed before. These are the figures of then; uploading it again changes nothing.
returns-processed-title = File processed
returns-titles = See titles
returns-left-over = Money left over
returns-file-head = { $bank }, { $layout }, made on { $date }
returns-counts = { $titles } titles: { $settled } on invoices, { $unmatched } without an invoice, { $reversed } reversed, { $ignored } without effect
returns-critiques = { $count ->
    [one] { $count } SPC record must be removed because of these payments.
   *[other] { $count } SPC records must be removed because of these payments.
}
returns-damaged = { $count ->
    [one] { $count } damaged line was not read.
   *[other] { $count } damaged lines were not read.
}
returns-no-trailer = The file has no last line: it may be incomplete. Ask the bank for it again and compare.
returns-unreadable = This file cannot be read: { $problem }.
returns-none = No return file was read yet.
returns-row = No. { $file } · { $bank } · { $date } · { $titles } titles · { $name }
returns-received = Received from customers: { $amount }
returns-part-on-invoices = { $amount } on invoices
returns-part-charges = { $amount } of fine and interest
returns-part-credit = { $amount } of customers' credit
returns-part-dismissed = { $amount } put aside
returns-part-repeated = { $amount } counted before
returns-row-left-over = { $count ->
    [one] { $count } title waits for you: { $amount }
   *[other] { $count } titles wait for you: { $amount }
}
returns-row-unfinished = Reading it was cut short. Upload the same file again and it goes on where it stopped.
returns-file-title = Return file { $file }
returns-file-unknown = There is no such file.
returns-nothing-left = No money is left over.
returns-left-over-explained = Payments that the bank told of and that fit no invoice, the oldest first. Say to which invoice each belongs, or why it is put aside.
returns-title-row = Line { $line } · { $kind } · { $amount } · paid on { $date }
returns-title-numbers = Our number { $ourNumber } · document { $document }
returns-title-invoice = invoice { $invoice }
returns-more = There are more titles or files.
returns-assign = Assign to invoice
returns-invoice = Invoice
returns-invoice-hint = Search by the invoice's number, or the customer's name, CPF or CNPJ. Only open invoices are found.
returns-invoice-search = Search the invoice
returns-assigned = { $amount } went to the invoice { $invoice }.
returns-dismiss = Put aside
returns-dismiss-explained = For money that was given back, recorded by hand before, or is not the provider's.
returns-dismissed = { $amount } were put aside.
returns-reason = Reason

returns-told-left-over = :inbox_tray: Return file { $file } of { $bank } brought { $titles ->
    [one] { $titles } payment that fits no invoice. Say whose it is.
   *[other] { $titles } payments that fit no invoice. Say whose each is.
}
returns-told-reversed = :leftwards_arrow_with_hook: The bank took back { $amount } of the invoice { $invoice }, of { $name }. It is open again.
returns-told-unsorted = :leftwards_arrow_with_hook: The bank took back { $amount } of the invoice { $invoice }, of { $name }, but what was paid has moved on. Decide what to do about the invoice.
