slack-account-title = Conta de cobrança
slack-account-nothing = –
slack-account-fact-tax-id = CPF/CNPJ
slack-account-fact-account = Conta
slack-account-fact-place = Cidade
slack-account-fact-operator = Operador
slack-account-total = { $stage }: { $invoices ->
    [one] { $invoices } fatura
   *[other] { $invoices } faturas
}, { $amount }
slack-account-no-totals = Nenhuma fatura em cobrança.
slack-account-dispute = A fatura { $invoice } foi contestada em { $opened }: { $late ->
    [yes] o prazo de resposta terminou em { $answerBy }.
   *[no] responda até { $answerBy }.
}
slack-account-blocked = Conexão { $connection } bloqueada desde { $since }.
slack-account-notice = Última { $kind } recebida em { $delivered }.
slack-account-tab = Escolha a aba
slack-account-no-tab = Seu papel não permite ver as abas desta conta. Fale com quem administra a Acordo.
slack-account-next = Próxima página
slack-account-previous = Página anterior
slack-account-save = Salvar
slack-account-view = Ver
slack-account-choose = Escolher
slack-account-gone = Não está mais aqui. Atualize a conta e tente de novo.

slack-account-tab-invoices = Faturas a negociar
slack-account-tab-history = Histórico da cobrança
slack-account-tab-invoice-history = Histórico das faturas
slack-account-tab-comments = Comentários e contatos
slack-account-tab-attachments = Anexos
slack-account-tab-agreements = Acordos

slack-account-invoices-none = Nenhuma fatura aguarda negociação.
slack-account-agree = Fazer acordo
slack-account-choose-all = Escolher todas
slack-account-choose-none = Desmarcar todas
slack-account-choose-first = Escolha ao menos uma fatura.
slack-account-chosen-elsewhere = { $count ->
    [one] Mais { $count } fatura escolhida em outra página.
   *[other] Mais { $count } faturas escolhidas em outras páginas.
}
slack-account-invoice = *Fatura { $invoice }* · { $balance }{ $billed } · vencimento { $due } · { $overdue }
slack-account-billed = de { $amount }
slack-account-due-today = Para pagar hoje: *{ $total }* = { $balance }{ $fine }{ $interest }
slack-account-due-fine = + multa de { $amount }
slack-account-due-interest = + juros de { $amount }
slack-account-authorised = :white_check_mark: Pode entrar em acordo.
slack-account-not-authorised = :no_entry: Não pode entrar em acordo: { $why }.

slack-account-history-none = Ainda não há nada no histórico.
slack-actor-customer = cliente
slack-account-history-entry = *{ $who }* · { $what }

slack-account-comments-none = Nenhum comentário ou contato registrado.
slack-account-comment-add = Registrar contato
slack-account-comment-title = Contato
slack-account-comment-saved = O contato foi registrado.
slack-account-comment = *{ $subject }*
    { $when } · { $who } · { $direction }, { $medium }
slack-account-comment-more = *Quem atendeu:* { $answeredBy }    *Categoria:* { $category }
slack-account-direction = Tipo de contato
slack-account-direction-active = Ativo: nós procuramos o cliente
slack-account-direction-reactive = Receptivo: o cliente nos procurou
slack-account-medium = Meio
slack-account-answered-by = Quem atendeu
slack-account-category = Categoria do contato
slack-account-outcome = Resultado
slack-account-subject = Assunto
slack-account-body = Texto

slack-account-attachments-none = Nenhum arquivo anexado.
slack-account-attachment-add = Anexar arquivo
slack-account-attachment = *{ $name }* · { $size } · { $when } · { $who }
slack-account-kilobytes = { $size } KB
slack-account-download = Baixar
slack-account-describe = Descrever
slack-account-delete = Excluir
slack-account-delete-title = Excluir o anexo?
slack-account-delete-text = O arquivo { $name } sairá da conta de { $customer }. Não é possível desfazer.
slack-account-attachment-added = O arquivo foi anexado.
slack-account-attachment-described = A descrição foi salva.
slack-account-attachment-deleted = O anexo foi excluído.
slack-account-attachment-sent = { $name } está na sua conversa com a Acordo.
slack-account-attachment-lost = O arquivo não foi encontrado onde é guardado. Avise quem administra a Acordo.
slack-account-file = Arquivo
slack-account-file-hint = PDF, imagem, documento, planilha ou texto, com até 10 MB.
slack-account-file-missing = Escolha um arquivo.
slack-account-file-name = Nome do arquivo
slack-account-description = Descrição

slack-account-list = Escolha a lista
slack-account-list-agreements = Acordos
slack-account-list-invoices = Faturas dos acordos
slack-account-list-awaiting = Aguardando pagamento
slack-account-list-pastTolerance = Tolerância vencida
slack-account-list-paid = Pagas
slack-account-list-empty = Nada nesta lista.
slack-account-agreement = *Acordo { $agreement }* · { $status } · { $kind }
    { $total } · tolerância { $tolerance } · { $category }
    Feito em { $madeOn } por { $who }
slack-account-agreement-ended = Encerrado em { $on }{ $reason }
slack-account-agreement-invoice = *Fatura { $invoice }* · { $amount } · vencimento { $due }
    Acordo { $agreement } · { $role } · { $state }, { $stage }
slack-account-role-source = fatura original
slack-account-role-awaited = fatura nova
slack-account-role-both = fatura mantida
slack-account-promised = *Fatura { $invoice }*{ $instalment } · { $amount } · vencimento { $due } · acordo { $agreement }
slack-account-instalment = · parcela { $number }
slack-account-keep-until = Pode ser paga até { $date }.
slack-account-settled-on = Liquidada em { $date }.
slack-account-in-spc = :warning: Registrada no SPC (registro { $record }).
slack-account-tool-edit = Editar fatura
slack-account-tool-spc = Registrar no SPC
slack-account-tool-renegotiate = Renegociar
slack-account-tool-rescind = Desfazer acordo
slack-account-edit-hint = Fatura { $invoice }: o que ficar em branco continua como está. O valor faz parte do acordo e não muda.
slack-account-new-due = Novo vencimento
slack-account-new-description = Nova descrição
slack-account-invoice-edited = A fatura { $invoice } vence em { $due } e pode ser paga até { $until }.
slack-account-agreement-title = Acordo
slack-account-agreement-head = *Acordo { $agreement }* · { $name }
    { $status } · { $kind } · { $category }
    Base { $base } · *total { $total }* · tolerância { $tolerance }
    Feito em { $madeOn } por { $who }
slack-account-fees-reason = Motivo dos honorários: { $reason }
slack-account-instalments = *O que é esperado*
slack-account-sources = *De quais faturas*
slack-account-more = … e mais { $count }.
slack-account-instalment-line = *{ $number }.* Fatura { $invoice } · { $amount } · vencimento { $due } · { $standing }
slack-account-term = { $term } { $amount }
slack-account-source-line = Fatura { $invoice } · { $amount } · vencimento { $due } · { $state }
