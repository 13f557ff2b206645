refusal-role-name-empty = O nome do papel está vazio. Preencha-o.
refusal-permission-unknown = A permissão { $got } não existe. Confira a lista de permissões.
refusal-administrator-needs = O papel { $role } precisa manter a permissão { $permission }, para que alguém possa sempre corrigir os acessos.
refusal-allowance-out-of-bounds = O campo { $field } é { $asked }, e precisa ser de { $min } a { $max }.
refusal-role-built-in = O papel { $role } é necessário e não pode ser excluído.
refusal-role-in-use = O papel { $role } ainda é de { $operators }. Dê outro papel a essas pessoas antes de excluí-lo, mesmo que estejam desativadas.
refusal-own-operator = Você não pode desativar seu próprio operador, { $operator }. Peça a outra pessoa.
refusal-last-administrator = O operador { $operator } é o último com o papel { $role }. Dê esse papel a outra pessoa antes.
refusal-entry-unknown = O item { $got } não existe na lista de { $list }. Atualize a lista e escolha de novo.
refusal-entry-name-taken = Já existe { $got } na lista de { $list }. { $advice }
refusal-entry-name-kept = O item { $name } da lista de { $list } não pode passar a { $got }: faturas e lançamentos o conhecem por esse nome. Crie outro item e desative este.
refusal-bank-unknown = O banco { $got } não é um código que sabemos ler. Escolha um: { $known }.
refusal-pix-key-invalid = A chave Pix { $got } não serve: são no máximo { $max } caracteres, sem espaços nem acentos.
refusal-ladder-name-empty = O nome da régua está vazio. Preencha-o.
refusal-ladder-day-invalid = O dia da etapa { $step } é { $got }, e precisa ser um número inteiro de { $first } a { $last }, contado do vencimento.
refusal-ladder-action-unknown = A ação { $got } da etapa { $step } não existe. Escolha uma: { $known }.
refusal-ladder-step-twice = A etapa { $step } repete a ação { $action } no dia { $day }. Retire uma das duas.
refusal-ladder-unknown = A régua { $ladder } não existe mais. Atualize a lista e escolha de novo.
refusal-ladder-id-taken = Já existe uma régua com o id { $ladder }: { $name }. Escolha outro id ou altere essa régua.
refusal-ladder-moved-on = A régua { $ladder } foi alterada por outra pessoa enquanto você a editava e está na versão { $version }. Abra-a de novo.
refusal-policy-value-out-of-bounds = Na linha { $row } da política, o campo { $field } é { $asked }, e precisa ser { $bounds }.
refusal-policy-rows-overlap = A linha { $row } da política cobre dívidas que a linha { $other } já cobre. Separe os dias ou os valores.
refusal-policy-empty = A política ficaria sem nenhuma linha. Deixe ao menos uma.
refusal-template-unknown = Não existe o modelo { $got } para { $channel }. Escolha um: { $known }.

bounds-from = a partir de { $min }
bounds-between = de { $min } a { $max }
name-taken-advice = Escolha outro nome.
name-taken-advice-inactive = Está desativado: reative-o, ou escolha outro nome.

event-role-changed = { $change } do papel { $name }{ $details }.
event-operator-deactivated = { $change } do operador { $name }{ $details }.
event-category-changed = { $change } da categoria { $name }{ $details }.
event-ledger-unit-changed = { $change } da unidade de plano de contas { $code } ({ $name }){ $details }.
event-payment-profile-changed = { $change } do profile de pagamento { $name }{ $details }.
event-ladder-changed = { $change } da régua { $name }{ $details }.
event-policy-changed = Alteração da política de autosserviço: de { $before } para { $after } linhas.
event-template-deleted = Exclusão do modelo { $name } ({ $channel }).

change-added = Criação
change-changed = Alteração
change-deactivated = Desativação
change-reactivated = Reativação
change-deleted = Exclusão
change-detail = { $field } de { $before } para { $after }
change-gained = com { $items }
change-lost = sem { $items }
value-none = vazio
value-unlimited = sem limite

entry-category = categorias
entry-ledgerUnit = unidades de plano de contas
entry-paymentProfile = profiles de pagamento

allowance-field-maxDiscount = desconto máximo
allowance-field-maxInstalments = máximo de parcelas
allowance-field-maxAmountCents = valor máximo

policy-field-daysOverdueFrom = dias de atraso, de
policy-field-daysOverdueTo = dias de atraso, até
policy-field-amountFromCents = valor, de
policy-field-amountToCents = valor, até
policy-field-maxDiscountAtOnce = desconto máximo à vista
policy-field-maxDiscountSplit = desconto máximo parcelado
policy-field-maxInstalments = máximo de parcelas
policy-field-minInstalmentCents = parcela mínima
policy-field-latestFirstDueDays = dias até o primeiro vencimento
policy-field-offerStandsDays = dias de validade da proposta

ladder-step = dia { $day }: { $action }
ladder-action-message = enviar mensagem
ladder-action-notice = enviar notificação
ladder-action-block = bloquear a conexão
ladder-action-unblock = desbloquear a conexão
ladder-action-forward-to-collections = encaminhar à cobrança
ladder-action-suggest-spc = sugerir registro no SPC
ladder-action-suggest-rescission = sugerir rescisão do contrato
