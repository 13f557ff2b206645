returns-title = Retornos do banco
returns-home-line = Arquivos de retorno: o que veio, o que liquidou e o que sobrou
returns-upload = Enviar arquivo
returns-upload-explained = Envie o arquivo de retorno do banco (CNAB 400 ou CNAB 240). Primeiro você vê o que ele faria; nada muda até você mandar processar.
returns-file = Arquivo de retorno
returns-file-hint = Até 10 MB. Arquivos maiores são lidos pela linha de comando.
returns-file-missing = Escolha o arquivo.
returns-file-large = O arquivo tem mais de 10 MB. Leia-o pela linha de comando.
returns-check = Conferir
returns-process = Processar
returns-preview-title = Conferência do retorno
returns-preview = Nada foi gravado ainda. Se você processar este arquivo, acontece o seguinte:
returns-seen-before = Este arquivo já foi processado. Estes são os números daquela vez; enviar de novo não muda nada.
returns-processed-title = Retorno processado
returns-titles = Ver títulos
returns-left-over = Dinheiro sem fatura
returns-file-head = { $bank }, { $layout }, gerado em { $date }
returns-counts = { $titles } títulos: { $settled } em faturas, { $unmatched } sem fatura, { $reversed } estornos, { $ignored } sem efeito
returns-critiques = { $count ->
    [one] { $count } registro no SPC precisa ser removido por causa destes pagamentos.
   *[other] { $count } registros no SPC precisam ser removidos por causa destes pagamentos.
}
returns-damaged = { $count ->
    [one] { $count } linha danificada não foi lida.
   *[other] { $count } linhas danificadas não foram lidas.
}
returns-no-trailer = O arquivo não tem a linha final: pode estar incompleto. Peça-o de novo ao banco e confira.
returns-unreadable = Este arquivo não pode ser lido: { $problem }.
returns-none = Nenhum arquivo de retorno foi lido ainda.
returns-row = Nº { $file } · { $bank } · { $date } · { $titles } títulos · { $name }
returns-received = Recebido dos clientes: { $amount }
returns-part-on-invoices = { $amount } em faturas
returns-part-charges = { $amount } de multa e juros
returns-part-credit = { $amount } de crédito do cliente
returns-part-dismissed = { $amount } postos de lado
returns-part-repeated = { $amount } já contados antes
returns-row-left-over = { $count ->
    [one] { $count } título espera por você: { $amount }
   *[other] { $count } títulos esperam por você: { $amount }
}
returns-row-unfinished = A leitura não terminou. Envie o mesmo arquivo de novo e ela continua de onde parou.
returns-file-title = Retorno nº { $file }
returns-file-unknown = Este arquivo não existe.
returns-nothing-left = Nenhum dinheiro sem fatura.
returns-left-over-explained = Pagamentos que o banco informou e que não couberam em nenhuma fatura, os mais antigos primeiro. Diga a qual fatura cada um pertence ou por que fica de lado.
returns-title-row = Linha { $line } · { $kind } · { $amount } · pago em { $date }
returns-title-numbers = Nosso número { $ourNumber } · documento { $document }
returns-title-invoice = fatura { $invoice }
returns-more = Há mais títulos ou arquivos.
returns-assign = Atribuir a fatura
returns-invoice = Fatura
returns-invoice-hint = Procure pelo número da fatura, pelo nome, CPF ou CNPJ do cliente. Só faturas em aberto aparecem.
returns-invoice-search = Procure a fatura
returns-assigned = { $amount } foram para a fatura { $invoice }.
returns-dismiss = Pôr de lado
returns-dismiss-explained = Use quando o dinheiro foi devolvido, já foi baixado à mão ou não é do provedor.
returns-dismissed = { $amount } foram postos de lado.
returns-reason = Motivo

returns-told-left-over = :inbox_tray: O retorno nº { $file } do banco { $bank } trouxe { $titles ->
    [one] { $titles } pagamento que não coube em nenhuma fatura. Diga de qual fatura ele é.
   *[other] { $titles } pagamentos que não couberam em nenhuma fatura. Diga de qual fatura é cada um.
}
returns-told-reversed = :leftwards_arrow_with_hook: O banco estornou { $amount } da fatura { $invoice }, de { $name }. Ela voltou a ficar em aberto.
returns-told-unsorted = :leftwards_arrow_with_hook: O banco estornou { $amount } da fatura { $invoice }, de { $name }, mas o que foi pago já seguiu adiante. Decida o que fazer com a fatura.
