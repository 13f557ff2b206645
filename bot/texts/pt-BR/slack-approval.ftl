approval-title = Aprovação do acordo { $agreement }
approval-asked = O acordo { $agreement } com { $name }, de { $total }, aguarda aprovação.
approval-was-asked = O acordo { $agreement } com { $name }, de { $total }, já foi decidido.
approval-by = *{ $name }*
    Proposto por { $author } em { $date }
approval-base = Soma das faturas: { $amount }
approval-term = { $term }: { $amount }
approval-total = *Total: { $amount }*
approval-unchanged = Sem alteração dos valores
approval-once = À vista, com vencimento em { $date }
approval-split = { $count } parcelas: a primeira de { $first } em { $firstDate }, a última de { $last } em { $lastDate }
approval-tolerance = Tolerância até { $date } · categoria { $category }
approval-fees-reason = Motivo dos honorários: { $reason }
approval-exceeded = *Acima da alçada de quem propôs:*
approval-never = nunca
approval-history-debt = { $invoices ->
    [one] { $invoices } fatura, vencida há { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }
   *[other] { $invoices } faturas, a mais antiga vencida há { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }
} · último pagamento: { $payment }
approval-history-agreements = Acordos anteriores: { $agreements } ({ $fulfilled ->
    [one] { $fulfilled } cumprido
   *[other] { $fulfilled } cumpridos
}, { $givenUp ->
    [one] { $givenUp } desfeito ou renegociado
   *[other] { $givenUp } desfeitos ou renegociados
}) · faturas quebradas agora: { $broken } · último contato: { $contact }
approval-approve = Aprovar
approval-approve-title = Aprovar o acordo { $agreement }?
approval-approve-confirm = O acordo { $agreement } com { $name }, no total de { $total }, entra em vigor na hora.
approval-refuse = Recusar
approval-refuse-title = Recusar acordo
approval-refuse-explained = O acordo { $agreement } com { $name }, de { $total }, será recusado e as faturas ficam livres. { $author } recebe o motivo.
approval-counter = Contraproposta
approval-counter-title = Contraproposta
approval-counter-explained = O acordo { $agreement } com { $name }, de { $total }, será recusado; { $author } recebe o motivo. Em seguida, o assistente abre com as mesmas condições, para você fazer outra proposta.
approval-reason = Motivo
approval-open-account = Abrir a conta
approval-approved = :white_check_mark: Aprovado por { $who } em { $date }
approval-refused = :no_entry: Recusado por { $who } em { $date }: { $reason }
approval-void = O acordo está { $status }: não há mais o que decidir.
approval-told-approved = Seu acordo { $agreement } com { $name }, de { $total }, foi aprovado e está em vigor.
approval-told-refused = Seu acordo { $agreement } com { $name }, de { $total }, foi recusado. As faturas estão livres de novo.
approval-replaced-paid = :warning: O sistema de faturamento diz que a fatura { $invoice }, de { $name }, foi paga, mas o acordo { $agreement } a substituiu. Decida o que fazer com o acordo.
approval-critique = :rotating_light: A fatura { $invoice }, de { $name }, foi paga e ainda tem registro no SPC. Remova o registro até { $date }.
