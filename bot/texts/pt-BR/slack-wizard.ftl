wizard-title = Novo acordo
wizard-progress = Passo { $step } de { $steps }: { $name }
wizard-step-choose = faturas
wizard-step-terms = condições
wizard-step-split = pagamento
wizard-step-instalments = parcelas
wizard-step-summary = conferência
wizard-next = Continuar
wizard-back = ‹ Passo anterior
wizard-page = Página { $page } de { $pages }
wizard-page-back = ‹ Anterior
wizard-page-on = Próxima ›
wizard-recalculate = Recalcular
wizard-choose = Escolha
wizard-required = Preencha este campo.
wizard-required-somewhere = Falta preencher um campo deste passo.
wizard-not-an-amount = Informe um valor em reais, como 1.234,56 ou 1234.56.
wizard-not-a-percent = Informe um percentual de 0 a 100, com até quatro casas decimais, como 3,5.
wizard-not-a-count = Informe um número inteiro de parcelas.

wizard-nothing-to-choose = Este cliente não tem fatura aguardando negociação nem com acordo quebrado. Não há o que negociar agora.
wizard-invoices = Faturas do acordo
wizard-invoice-line = { $number } · vencimento { $date } · { $amount }
wizard-authorised = Autorizada · { $overdue }
wizard-authorised-broken = Autorizada · { $overdue } · sai do acordo { $agreement }, quebrado
wizard-chosen = { $count ->
    [0] Nenhuma fatura escolhida ainda
    [one] *{ $count }* fatura escolhida: *{ $amount }*
   *[other] *{ $count }* faturas escolhidas: *{ $amount }*
}
wizard-tick-all = Marcar todas
wizard-tick-none = Desmarcar todas

wizard-kind = Tipo de acordo
wizard-kind-renegotiated = Com renegociação dos valores
wizard-kind-unchanged = Sem alteração dos valores
wizard-tolerance = Data de tolerância
wizard-tolerance-hint = Último dia para cumprir o acordo; depois de hoje.
wizard-category = Categoria
wizard-no-category = Nenhuma categoria cadastrada. Peça a quem administra a Acordo para cadastrar uma.
wizard-term-increase = Acréscimo (%)
wizard-term-fine = Multa (%)
wizard-term-discount = Desconto (%)
wizard-term-discountAmount = Desconto (R$)
wizard-term-charges = Encargos (R$)
wizard-term-fees = Honorários (R$)
wizard-cap-increase = Por lei, até { $atOnce } à vista e até { $longest } em { $count } parcelas – { $article }.
wizard-cap = Por lei, até { $max } – { $article }.
wizard-cap-fees = Por lei, até { $max } de um consumidor, salvo com motivo – { $article }.
wizard-cap-none = Sem limite legal neste caso.
wizard-fees-reason = Motivo dos honorários
wizard-fees-reason-hint = Necessário para cobrar honorários de um consumidor; fica registrado no acordo.
wizard-unit = Plano de contas: { $term }
wizard-no-unit = Nenhuma unidade de plano de contas cadastrada. Peça a quem administra a Acordo para cadastrar uma.
wizard-look-at-units = Confira o plano de contas de cada valor antes de continuar.
wizard-keep-discount = Desconto para pagamento em dia
wizard-keep-discount-yes = Manter nas novas faturas
wizard-line-base = Soma das faturas: { $amount }
wizard-line-plus = + { $term }: { $amount }
wizard-line-minus = − { $term }: { $amount }
wizard-line-total = *Total do acordo: { $amount }*
wizard-allowance = Sua alçada: desconto até { $discount }, até { $instalments } parcelas, dívida de { $amount }
wizard-any-amount = qualquer valor
wizard-least-instalments = Com esse acréscimo, a lei pede pelo menos { $count } parcelas.

wizard-split = Forma de pagamento
wizard-split-single = À vista, em uma fatura
wizard-split-instalments = Parcelado
wizard-count = Número de parcelas
wizard-count-hint = De { $least } a { $most }.
wizard-due = Vencimento
wizard-first-due = Vencimento da primeira parcela
wizard-description = Descrição da fatura
wizard-description-hint = O cliente lê este texto na fatura.
wizard-description-default = Acordo de débitos em aberto
wizard-profile = Profile de pagamento
wizard-no-profile = Nenhum profile de pagamento cadastrado. Peça a quem administra a Acordo para cadastrar um.

wizard-instalment-date = Parcela { $number }: vencimento
wizard-instalment-amount = Parcela { $number }: valor (R$)
wizard-instalment-line = { $number }ª: { $date } · { $amount }
wizard-sum-right = :white_check_mark: As parcelas somam { $sum }, igual ao total.
wizard-sum-wrong = :warning: As parcelas somam { $sum } e o total é { $total }: *{ $difference }*.
wizard-replan = Refazer as parcelas

wizard-summary-sources = { $count ->
    [one] Acordo de *{ $name }* sobre a fatura { $invoices }
   *[other] Acordo de *{ $name }* sobre { $count } faturas: { $invoices }
}
wizard-summary-unchanged = As faturas ficam como estão e passam a aguardar o pagamento.
wizard-summary-tolerance = Tolerância até { $date } · categoria { $category }
wizard-summary-charged = Cobrança pelo profile { $profile }, com a descrição “{ $description }”. { $sources }
wizard-sources-deleted = As faturas de origem serão excluídas.
wizard-sources-suspended = As faturas de origem ficarão suspensas.
wizard-summary-discount-kept = O desconto para pagamento em dia será mantido nas novas faturas.
wizard-within = Dentro da sua alçada: o acordo entra em vigor ao confirmar.
wizard-needs-approval = Acima da sua alçada: vai para aprovação, e até lá as faturas ficam reservadas.
wizard-beyond = { $what }: { $asked }, e a alçada vai até { $max }
wizard-confirm-hint = Nada acontece antes de você confirmar.
wizard-confirm = Confirmar acordo
wizard-ask = Enviar para aprovação

wizard-made-title = Acordo feito
wizard-made = :white_check_mark: *Acordo { $agreement }* feito, no total de *{ $total }*, com { $invoices ->
    [one] { $invoices } fatura a receber
   *[other] { $invoices } faturas a receber
}.
wizard-made-next = Próximo passo: na conta do cliente, imprima as faturas ou envie-as por e-mail.
wizard-asked-title = Em aprovação
wizard-asked = :hourglass: *Acordo { $agreement }*, no total de *{ $total }*, enviado para aprovação.
wizard-asked-next = As faturas ficam reservadas. Você recebe uma mensagem assim que alguém decidir.
