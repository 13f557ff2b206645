slack-command-title = Acordo
slack-command-hint = Seu dia está na aba Início da Acordo: tarefas, fila e painéis. O painel que você abrir aqui aparece lá.
slack-command-more = Digite /cobranca ajuda para ver o que mais existe.
slack-command-candidates = Qual cliente?
slack-command-which = { $count ->
    [one] { $count } cliente encontrado. Escolha:
   *[other] { $count } clientes encontrados. Escolha um, ou procure pelo CPF, CNPJ ou número da fatura.
}
slack-command-customer-missing = Informe quem: /cobranca cliente NOME, CPF, CNPJ ou número da fatura.
slack-command-customer-unknown = Nenhum cliente encontrado. Procure pelo começo do nome, pelo CPF ou CNPJ completo, ou pelo número da fatura.
slack-command-unknown = Não conheço esse comando.
slack-command-help =
    O que você pode digitar:
    • /cobranca: abre os painéis
    • /cobranca cliente NOME, CPF, CNPJ ou número da fatura: abre a conta do cliente
    • /cobranca graficos: mostra os gráficos, para quem pode; com o nome de um gráfico, já o escolhe
    • /cobranca retornos: envia e confere arquivos de retorno do banco, para quem pode
    • /cobranca admin: abre a administração, para quem pode
    • /cobranca ajuda: mostra esta ajuda
    Sem digitar:
    • o atalho "Abrir conta de cliente" (acordo_abrir) procura um cliente pelo nome, CPF, CNPJ ou número da fatura
    • em uma mensagem, o atalho "Ver cliente da mensagem" (acordo_cliente) abre a conta do cliente que ela cita
    Na aba Início da Acordo ficam suas tarefas, a fila do dia e os painéis, com busca, filtros e exportação em CSV.
slack-shortcut-search = Procure pelo começo do nome, pelo CPF ou CNPJ completo, ou pelo número da fatura.
slack-shortcut-placeholder = Digite para procurar
slack-shortcut-nobody = Não encontrei cliente, CPF, CNPJ ou fatura na mensagem. Procure o cliente aqui.
