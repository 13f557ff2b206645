slack-panels-home = ‹ Início
slack-panels-filter = Buscar e filtrar
slack-panels-clear = Limpar filtros
slack-panels-previous = ‹ Anterior
slack-panels-next = Próxima ›
slack-panels-csv = Exportar CSV
slack-panels-classify = Executar classificador
slack-panels-place = { $from } a { $to } de { $total }
slack-panels-none-found = Nada encontrado com estes filtros.
slack-panels-empty-classified = Nenhuma fatura classificada. O classificador roda todo dia; você pode executá-lo agora.
slack-panels-empty-in-contact = Ninguém em contato. Comece pelo painel de classificados.
slack-panels-empty-awaiting = Nenhum cliente aguardando negociação.
slack-panels-empty-pending = Nenhuma fatura de acordo pendente.
slack-panels-empty-settled = Nenhuma fatura de acordo foi paga ainda.
slack-panels-empty-broken = Nenhum acordo quebrado.
slack-panels-empty-spc = Nenhum registro de SPC.
slack-panels-empty-spc-critiques = Nenhuma crítica: nenhum registro precisa ser removido.
slack-panels-empty-spc-removed = Nenhum registro removido depois do pagamento.

slack-panels-customer = { $amount } · { $invoices ->
    [one] { $invoices } fatura
   *[other] { $invoices } faturas
} · mais antiga de { $day }, { $overdue }
slack-panels-invoice = { $amount } · fatura { $invoice } · vencimento { $day } · acordo { $agreement }, tolerância até { $tolerance }
slack-panels-of-operator = com { $name }
slack-panels-settled-on = Paga em { $day }
slack-panels-broken-for = { $days ->
    [one] Acordo quebrado há { $days } dia
   *[other] Acordo quebrado há { $days } dias
}
slack-panels-registered-on = Registrada no SPC em { $day }: { $details }
slack-panels-expires-on = O registro precisa sair até { $day }, mesmo sem pagamento
slack-panels-deadline = Prazo legal para remover: { $day } ({ $days ->
    [0] é hoje
    [one] falta { $days } dia
   *[other] faltam { $days } dias
})
slack-panels-deadline-past = O prazo legal para remover acabou em { $day }, { $days ->
    [one] há { $days } dia
   *[other] há { $days } dias
}: remova já
slack-panels-removed-on = Removida do SPC em { $day }: { $details }

slack-panels-tool-invoices = Abrir faturas
slack-panels-tool-confirm = Confirmar início
slack-panels-tool-account = Abrir conta
slack-panels-tool-register = Registrar no SPC
slack-panels-tool-remove = Remover do SPC
slack-panels-tool-rescind = Desfazer acordo
slack-panels-tool-renegotiate = Renegociar

slack-panels-filters = Filtros: { $filters }
slack-panels-filter-text = texto "{ $value }"
slack-panels-filter-operator = operador { $value }
slack-panels-filter-city = cidade { $value }
slack-panels-filter-days-from = atraso a partir de { $value } dias
slack-panels-filter-days-to = atraso até { $value } dias
slack-panels-filter-amount-from = valor a partir de { $value }
slack-panels-filter-amount-to = valor até { $value }
slack-panels-order-amount = maior valor primeiro
slack-panels-order-name = nome, de A a Z
slack-panels-order-of-classified = mais antiga primeiro
slack-panels-order-of-in-contact = mais antiga primeiro
slack-panels-order-of-awaiting = mais antiga primeiro
slack-panels-order-of-pending = vencimento mais antigo primeiro
slack-panels-order-of-settled = pagamento mais recente primeiro
slack-panels-order-of-broken = quebrado há mais tempo primeiro
slack-panels-order-of-spc = registro mais recente primeiro
slack-panels-order-of-spc-critiques = prazo mais curto primeiro
slack-panels-order-of-spc-removed = remoção mais recente primeiro
slack-panels-filter-submit = Aplicar
slack-panels-field-text = Texto
slack-panels-text-hint = Parte do nome, CPF ou CNPJ, ou o número inteiro da fatura
slack-panels-field-operator = Operador
slack-panels-any-operator = Qualquer um
slack-panels-field-city = Cidade
slack-panels-field-days-from = Dias de atraso, de
slack-panels-field-days-to = Dias de atraso, até
slack-panels-field-amount-from = Valor, de
slack-panels-field-amount-to = Valor, até
slack-panels-field-order = Ordem
slack-panels-amount-hint = Como 1.234,56
slack-panels-amount-unreadable = Não entendi este valor. Escreva como 1.234,56.
slack-panels-range-crossed = O fim vem antes do começo. Informe um valor maior.

slack-panels-csv-sent = { $rows ->
    [one] { $rows } linha do painel { $panel } foi enviada à sua conversa com a Acordo.
   *[other] { $rows } linhas do painel { $panel } foram enviadas à sua conversa com a Acordo.
}
slack-panels-csv-cut = O arquivo tem no máximo { $max } linhas. Use os filtros para exportar o resto.
slack-panels-csv-comment = { $panel }: { $rows ->
    [one] { $rows } linha
   *[other] { $rows } linhas
}
slack-panels-csv-customer = Cliente
slack-panels-csv-name = Nome
slack-panels-csv-invoices = Faturas
slack-panels-csv-amountCents = Valor
slack-panels-csv-oldestDue = Vencimento mais antigo
slack-panels-csv-daysOverdue = Dias de atraso
slack-panels-csv-city = Cidade
slack-panels-csv-operator = Operador
slack-panels-csv-invoice = Fatura
slack-panels-csv-dueDate = Vencimento
slack-panels-csv-agreement = Acordo
slack-panels-csv-toleranceDate = Tolerância
slack-panels-csv-settledOn = Paga em
slack-panels-csv-daysBroken = Dias quebrado
slack-panels-csv-record = Registro
slack-panels-csv-registeredOn = Registrada em
slack-panels-csv-details = Detalhes
slack-panels-csv-expiresOn = Expira em
slack-panels-csv-removeBy = Remover até
slack-panels-csv-removedOn = Removida em
slack-panels-csv-removalDetails = Detalhes da remoção

slack-panels-classified-title = Classificador
slack-panels-classified-changed = O classificador incluiu { $classified ->
    [one] { $classified } fatura
   *[other] { $classified } faturas
} e liberou { $released }.
slack-panels-classified-nothing = Nada mudou: { $classified } incluídas, { $released } liberadas.
slack-panels-classified-now = Agora há { $customers ->
    [one] { $customers } cliente
   *[other] { $customers } clientes
} com { $invoices ->
    [one] { $invoices } fatura classificada.
   *[other] { $invoices } faturas classificadas.
}

slack-panels-start-title = Iniciar cobrança
slack-panels-start-review = Conferir
slack-panels-start-invoices = Faturas classificadas
slack-panels-start-invoice = { $amount } · { $day } · { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} · nº { $invoice }
slack-panels-start-chosen = { $chosen } de { $of } escolhidas, { $amount }. Vale o que estiver marcado ao conferir.
slack-panels-start-too-many = São faturas demais de uma vez. Escolha no máximo { $most } e depois as outras.
slack-panels-start-none = Este cliente não tem mais fatura classificada. Atualize o painel.
slack-panels-start-confirm = Iniciar a cobrança de { $invoices ->
    [one] { $invoices } fatura
   *[other] { $invoices } faturas
} de { $name }, no total de { $amount }?
slack-panels-start-next = O cliente vai para o painel Em contato.
slack-panels-start-submit = Iniciar
slack-panels-started = { $invoices ->
    [one] { $invoices } fatura de { $name } está em contato.
   *[other] { $invoices } faturas de { $name } estão em contato.
}

slack-panels-confirm-title = Confirmar o início?
slack-panels-confirm-text = { $name }: { $invoices ->
    [one] { $invoices } fatura passa
   *[other] { $invoices } faturas passam
} a aguardar negociação, no total de { $amount }. A conta de cobrança é aberta, se ainda não existir.
slack-panels-confirmed = { $invoices ->
    [one] { $invoices } fatura de { $name } aguarda
   *[other] { $invoices } faturas de { $name } aguardam
} negociação na conta { $account }.

slack-panels-spc-register-title = Registrar no SPC
slack-panels-spc-register-submit = Registrar
slack-panels-spc-remove-title = Remover do SPC
slack-panels-spc-remove-submit = Remover
slack-panels-spc-invoice = Fatura { $invoice } · { $amount } · vencimento em { $day }
slack-panels-spc-details = Detalhes
slack-panels-spc-register-hint = O que foi feito no sistema do SPC: protocolo, data, quem fez
slack-panels-spc-remove-hint = Como a remoção foi feita no sistema do SPC: protocolo, data, quem fez
slack-panels-spc-law-allows = A lei permite o registro hoje. Foi conferido:
slack-panels-spc-refused = O registro não é possível hoje:
slack-panels-spc-checked-broken = a promessa de pagamento não foi cumprida
slack-panels-spc-checked-age = o débito está dentro do prazo máximo
slack-panels-spc-checked-dispute = o valor não está contestado
slack-panels-spc-checked-notice = a notificação prévia foi entregue, se o provedor a exige
slack-panels-spc-checked-contract = o contrato foi encerrado, se o provedor o exige
slack-panels-spc-registered = O registro { $record } foi anotado.
slack-panels-spc-removed = A remoção do registro { $record } foi anotada.

slack-panels-rescind-title = Desfazer acordo
slack-panels-rescind-submit = Desfazer
slack-panels-rescind-what = Desfazer o acordo { $agreement } de { $name }, no total de { $total }.
slack-panels-rescind-back = Voltam para a negociação:
slack-panels-rescind-line = • fatura { $invoice }, { $amount }
slack-panels-rescind-line-credited = • fatura { $invoice }, { $amount }, com { $credited } já creditados
slack-panels-rescind-more = e mais { $left }
slack-panels-rescind-credited = Pagamentos creditados: { $amount }
slack-panels-rescind-deleted = { $count ->
    [one] { $count } fatura do acordo ainda não paga será excluída
   *[other] { $count } faturas do acordo ainda não pagas serão excluídas
}: { $amount }
slack-panels-rescind-for-good = Um acordo desfeito não volta: será preciso fazer outro.
slack-panels-rescind-reason = Motivo
slack-panels-rescind-reason-hint = Em poucas palavras, por que o acordo é desfeito
slack-panels-rescinded = O acordo { $agreement } foi desfeito. Voltaram para a negociação:
