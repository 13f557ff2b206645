digest-operator-title = { $name }, seu resumo de { $date }
digest-operator-notification = Seu resumo do dia: { $topics }
digest-manager-title = Cobrança: resumo de { $weekday }, { $date }
digest-manager-title-days = Cobrança: resumo de { $from } a { $to }
digest-manager-notification = Resumo da cobrança: { $received } recebidos
digest-nothing = Nada a dizer neste dia.
digest-nothing-operator = { $name }: nada a dizer neste dia.

digest-tasks = Tarefas: { $today } para hoje{ $late ->
    [0] {""}
    [one] {" "}e { $late } atrasada
   *[other] {" "}e { $late } atrasadas
}
digest-task = [Cobrança] { $title } · { $name } · { $due }
digest-task-today = hoje
digest-task-today-at = hoje às { $time }
digest-task-late = atrasada desde { $date }
digest-promises = { $total ->
    [one] { $total } promessa vence hoje
   *[other] { $total } promessas vencem hoje
}: { $amount }
digest-broken = { $total ->
    [one] { $total } promessa quebrada ontem
   *[other] { $total } promessas quebradas ontem
}: { $amount }
digest-broken-days = { $total ->
    [one] { $total } promessa quebrada
   *[other] { $total } promessas quebradas
} de { $from } a { $to }: { $amount }
digest-promise = { $name } · { $amount } · fatura { $invoice }, acordo { $agreement }
digest-removals = { $total ->
    [one] { $total } registro a remover do SPC
   *[other] { $total } registros a remover do SPC
}: { $amount }
digest-removal = { $name } · { $amount } · fatura { $invoice } · prazo legal: { $date }
digest-removal-today = { $name } · { $amount } · fatura { $invoice } · prazo legal: hoje
digest-removal-late = { $name } · { $amount } · fatura { $invoice } · prazo legal vencido em { $date }
digest-more = E mais { $count }.

digest-received = { $count ->
    [0] Recebido: nada
    [one] Recebido: { $amount } em { $count } pagamento
   *[other] Recebido: { $amount } em { $count } pagamentos
}
digest-agreements = { $count ->
    [0] Acordos fechados: nenhum
   *[other] Acordos fechados: { $count }, no total de { $amount }
}
digest-settled = { $count ->
    [0] Faturas de acordos liquidadas: nenhuma
   *[other] Faturas de acordos liquidadas: { $count }, no total de { $amount }
}
digest-flow-broken = { $count ->
    [0] Promessas quebradas: nenhuma
   *[other] Promessas quebradas: { $count }, no total de { $amount }
}
digest-contacts = { $count ->
    [0] Contatos com clientes: nenhum
   *[other] Contatos com clientes: { $count }
}
digest-day-before = na véspera { $value }
digest-week-before = uma semana antes { $value }
digest-week-before-days = nos mesmos dias da semana anterior { $value }
digest-legal-risk = Risco legal: { $count ->
    [one] { $count } registro no SPC que precisa sair
   *[other] { $count } registros no SPC que precisam sair
}, { $amount }
digest-legal-late = { $late ->
    [one] { $late } já passou do prazo legal
   *[other] { $late } já passaram do prazo legal
}
digest-legal-next = o primeiro prazo é { $date }
digest-no-legal-risk = Risco legal: nenhum registro no SPC precisa sair.

digest-weekday-0 = domingo
digest-weekday-1 = segunda-feira
digest-weekday-2 = terça-feira
digest-weekday-3 = quarta-feira
digest-weekday-4 = quinta-feira
digest-weekday-5 = sexta-feira
digest-weekday-6 = sábado

digest-open-account = Abrir a conta de…
