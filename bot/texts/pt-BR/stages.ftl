stage-classified = classificada
stage-in-contact = em contato
stage-awaiting-negotiation = aguardando negociação
stage-in-agreement = em acordo
stage-settled = liquidada
stage-broken = com acordo quebrado
stage-replaced = substituída por um acordo
stage-none = fora da cobrança

invoice-state-open = em aberto
invoice-state-paid = paga
invoice-state-suspended = suspensa
invoice-state-deleted = excluída

agreement-kind-unchanged = sem alteração de valores
agreement-kind-renegotiated = com renegociação

agreement-status-awaiting-approval = aguardando aprovação
agreement-status-live = em vigor
agreement-status-fulfilled = cumprido
agreement-status-renegotiated = renegociado
agreement-status-rescinded = desfeito
agreement-status-refused = recusado
agreement-status-void = sem efeito

term-base = valor base
term-increase = acréscimo
term-fine = multa
term-discount = desconto
term-discountAmount = desconto em valor
term-charges = encargos
term-fees = honorários

allowance-discount = desconto
allowance-instalments = número de parcelas
allowance-amount = valor

field-due = data de vencimento
field-first-due = data do primeiro vencimento
field-id = id
field-name = nome
field-body = texto
field-subject = assunto

role-awaited = aguardada como está
role-replaced = substituída por novas faturas

active = ativo
inactive = inativo
none-yet = ainda não há nenhum cadastrado

nothing-in-collections = nada
