slack-command-title = Acordo
slack-command-hint = Your day is in the Home tab of Acordo: tasks, queue and panels. A panel that you open here appears there.
slack-command-more = Type /cobranca ajuda to see what else there is.
slack-command-candidates = Which customer?
slack-command-which = { $count ->
    [one] { $count } customer found. Choose:
   *[other] { $count } customers found. Choose one, or look for the CPF, CNPJ or invoice number.
}
slack-command-customer-missing = Say who: /cobranca cliente NAME, CPF, CNPJ or invoice number.
slack-command-customer-unknown = No customer found. Look for the beginning of the name, the whole CPF or CNPJ, or the invoice number.
slack-command-unknown = I do not know that command.
slack-command-help =
    What you can type:
    • /cobranca: opens the panels
    • /cobranca cliente NAME, CPF, CNPJ or invoice number: opens the customer's account
    • /cobranca graficos: shows the charts, to whoever may; with the name of a chart, that one is chosen
    • /cobranca retornos: uploads and checks banks' return files, for whoever may
    • /cobranca admin: opens the administration, for those who may
    • /cobranca ajuda: shows this help
    Without typing:
    • the shortcut "Abrir conta de cliente" (acordo_abrir) looks for a customer by name, CPF, CNPJ or invoice number
    • on a message, the shortcut "Ver cliente da mensagem" (acordo_cliente) opens the account of the customer that it names
    In the Home tab of Acordo are your tasks, the queue of the day and the panels, with search, filters and CSV export.
slack-shortcut-search = Look for the beginning of the name, the whole CPF or CNPJ, or the invoice number.
slack-shortcut-placeholder = Type to search
slack-shortcut-nobody = I found no customer, CPF, CNPJ or invoice in the message. Look for the customer here.
