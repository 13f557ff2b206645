# Cada uma diz o campo, o que veio e o que se espera, e o que fazer.

refusal-operator-unknown = O operador { $operator } não existe ou não está ativo. Informe o id de um operador ativo.
refusal-not-permitted = O papel { $role } não tem a permissão { $permission }, necessária aqui. Peça a alguém que a tenha ou a um administrador.
refusal-key-reused = A chave { $key } já foi usada em outro pedido. Use uma chave para cada pedido.
refusal-customer-unknown = O cliente { $customer } não existe. Informe o id do cliente no sistema de faturamento.
refusal-invoice-unknown = A fatura { $invoice } não existe. Informe o id da fatura no sistema de faturamento.
refusal-invoice-of-another-customer = A fatura { $invoice } é de outro cliente. Escolha somente faturas do cliente { $customer }.
refusal-agreement-unknown = O acordo { $agreement } não existe. Confira o número na conta do cliente.
refusal-stage-does-not-fit = A fatura { $invoice } está { $stage }, e para isto precisa estar { $expected }. Atualize o painel ou deixe essa fatura de fora.
refusal-nothing-classified = O cliente { $customer } não tem fatura classificada; o que ele tem em cobrança: { $stages }. Execute o classificador ou procure o cliente nos outros painéis.
refusal-nothing-in-contact = O cliente { $customer } não tem fatura em contato; o que ele tem em cobrança: { $stages }. Antes, inicie a cobrança das faturas escolhidas.
refusal-invoice-not-open = A fatura { $invoice } está { $state }, e só uma em aberto pode ser cobrada. Deixe-a de fora.
refusal-law-forbids-collection = A fatura { $invoice } não pode ser cobrada: { $verdict }.

refusal-no-invoices = Nenhuma fatura foi escolhida. Escolha pelo menos uma.
refusal-invoice-repeated = A fatura { $invoice } foi escolhida duas vezes. Escolha cada fatura uma só vez.
refusal-invoice-not-authorised = A fatura { $invoice } não pode entrar em acordo: { $reason }.
not-authorised-paid = ela está paga; deixe-a de fora
not-authorised-suspended = ela está suspensa; deixe-a de fora
not-authorised-deleted = ela está excluída; deixe-a de fora
not-authorised-fiscal-document = ela tem nota fiscal; a configuração authorise.fiscalDocument pode permitir
not-authorised-remittance = ela foi enviada ao banco em remessa; a configuração authorise.remittance pode permitir
not-authorised-in-another-agreement = ela está no acordo { $agreement }, que não foi quebrado nem desfeito; desfaça-o antes
refusal-tolerance-not-after-today = A data de tolerância é { $asked }, e precisa ser depois de hoje, { $today }. Escolha um dia posterior.
refusal-term-negative = O campo { $term } é { $asked }, e precisa ser zero ou mais. Informe sem sinal.
refusal-discounts-above-base = Os descontos somam { $asked }, e podem chegar no máximo à soma das faturas, { $max }. Diminua-os.
refusal-total-not-positive = O total ficaria em { $total }, e precisa ser maior que zero. Diminua os descontos.
refusal-total-too-large = O total ficaria em { $total }, e pode ser no máximo { $max }. Escolha menos faturas ou diminua o que é somado.
refusal-above-legal-cap = O campo { $term } é { $asked }, e aqui a lei permite no máximo { $max } ({ $article }). { $advice }
cap-advice = Diminua o valor.
cap-advice-fees = Retire os honorários ou peça a alguém com a permissão agreement.fees-reason que os justifique.
refusal-ledger-unit-missing = O campo { $term } está sem unidade de plano de contas. Informe o código da unidade em que será lançado.
refusal-ledger-unit-not-needed = Veio a unidade de plano de contas { $unit } para o campo { $term }, que é zero. Retire a unidade ou informe o valor.
refusal-due-date-in-the-past = A { $field } é { $asked }, e precisa ser hoje, { $today }, ou depois.
refusal-instalment-count-out-of-bounds = O número de parcelas é { $asked }, e precisa ser um número inteiro de { $min } a { $max }.
refusal-dates-do-not-match = { $given ->
    [one] Foi informada { $given } data
   *[other] Foram informadas { $given } datas
} para { $expected } parcelas. Informe uma data para cada parcela.
refusal-amounts-do-not-match = { $given ->
    [one] Foi informado { $given } valor
   *[other] Foram informados { $given } valores
} para { $expected } parcelas. Informe um valor para cada parcela.
refusal-first-date-in-the-past = A data da primeira parcela é { $asked }, e precisa ser hoje, { $today }, ou depois.
refusal-dates-do-not-ascend = A parcela { $number } vence em { $asked }, e precisa vencer depois da anterior, { $previous }.
refusal-instalment-not-positive = A parcela { $number } é de { $amount }, e precisa ser maior que zero.
refusal-amounts-do-not-sum = As parcelas somam { $sum }, e o total é { $total }: { $difference }. Corrija os valores.
difference-too-much = sobram { $amount }
difference-too-little = faltam { $amount }
refusal-discount-not-kept-when-suspended = O desconto para pagamento em dia não pode ser mantido, porque as faturas substituídas ficam suspensas (configuração agreement.sources). Retire essa opção.
refusal-category-unknown = A categoria { $got } não existe. Escolha uma: { $known }.
refusal-profile-unknown = O profile de pagamento { $got } não existe. Escolha um: { $known }.
refusal-ledger-unit-unknown = A unidade de plano de contas { $got }, do campo { $term }, não existe. Escolha uma: { $known }.
refusal-agreement-awaits-approval = A fatura { $invoice } está reservada pelo acordo { $agreement }, que aguarda aprovação. Antes, ele precisa ser aprovado ou recusado.
refusal-reason-too-long = O motivo tem { $length } caracteres, e pode ter no máximo { $max }. Encurte-o.

refusal-agreement-not-awaiting = O acordo { $agreement } está { $status }, e só um que aguarda aprovação pode ser aprovado ou recusado.
refusal-own-agreement = O acordo { $agreement } foi feito por você. Outra pessoa precisa aprová-lo ou recusá-lo.
refusal-approver-allowance-exceeded = No acordo, o campo { $what } é { $asked }, e sua alçada vai até { $max }. Peça a alguém com alçada maior.
refusal-agreement-not-live = O acordo { $agreement } está { $status }, e só um em vigor pode ser desfeito.
refusal-reason-empty = O motivo está vazio. Diga em poucas palavras por quê.
refusal-invoice-moved-on = A fatura { $invoice } já seguiu para o acordo { $agreement }. Desfaça esse antes.
refusal-spc-record-live = A fatura { $invoice } tem o registro de SPC { $record } ativo. Remova o registro antes.

refusal-already-paid = A fatura { $invoice } já está paga. Nada foi lançado.
refusal-payment-known = O pagamento { $payment } já está lançado, na fatura { $invoice }. Nada foi lançado de novo.
refusal-payment-of-not-open = A fatura { $invoice } está { $state }, e só uma em aberto pode ser paga. Confira o id da fatura.
refusal-payment-of-replaced = A fatura { $invoice } foi substituída no acordo { $agreement }. Pague uma fatura desse acordo ou desfaça-o antes.
refusal-amount-not-positive = O valor é { $got }, e precisa ser maior que zero.
refusal-paid-in-the-future = A data do pagamento é { $got }, e precisa ser hoje, { $today }, ou antes.

refusal-spc-not-of-agreement = A fatura { $invoice } não está em acordo, e só uma fatura de acordo não paga pode ser registrada no SPC.
refusal-spc-invoice-paid = A fatura { $invoice } está paga, e só uma não paga pode ser registrada no SPC.
refusal-spc-invoice-not-open = A fatura { $invoice } está { $state }, e só uma em aberto pode ser registrada no SPC.
refusal-spc-already-registered = A fatura { $invoice } já tem o registro de SPC { $record } ativo. Para registrar de novo, remova-o antes.
refusal-spc-not-registered = A fatura { $invoice } não tem registro de SPC ativo para remover. Confira o id da fatura.
refusal-details-empty = Os detalhes estão vazios. Diga o que foi feito no sistema do SPC, e quando.
refusal-details-too-long = Os detalhes têm { $length } caracteres, e podem ter no máximo { $max }. Encurte-os.
refusal-law-refuses = A fatura { $invoice } não pode ser registrada no SPC: { $verdict }.

refusal-setting-unknown = A configuração { $key } não existe. Escolha uma: { $known }.
refusal-setting-invalid = { $got } não é um valor da configuração { $key }. Esperado: { $expected }.
refusal-field-empty = O campo { $field } está vazio. Preencha-o.
refusal-field-too-long = O campo { $field } tem { $length } caracteres, e pode ter no máximo { $max }. Encurte-o.
refusal-role-unknown = O papel { $got } não existe. Escolha um: { $known }.
refusal-slack-user-taken = O usuário do Slack { $slackUser } já é do operador { $operator }. Informe outro ou retire-o antes daquele operador.
refusal-link-token-taken = Este código de vínculo já foi emitido. Gere outro link.
refusal-operator-built-in = O operador { $operator } é interno e não pode ser alterado. Escolha outro id.
