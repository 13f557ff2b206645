admin-title = Administração
admin-choose = Escolha o que administrar
admin-choose-one = Escolha
admin-empty = Nada aqui ainda.
admin-save = Salvar
admin-edit = Alterar
admin-delete = Excluir
admin-deactivate = Desativar
admin-reactivate = Reativar
admin-previous = ‹ Anteriores
admin-next = Próximos ›
admin-inactive = (desativado)
admin-not-yours = Seu papel não permite administrar isto. Peça a quem administra a Acordo.
admin-gone = Este item não existe mais. Feche esta janela e escolha o assunto de novo.
admin-choice-gone = Esta opção não existe mais. Feche esta janela e abra o formulário de novo.
admin-too-long-to-edit = O texto é maior do que o Slack aceita num campo. Altere-o pela linha de comando.
admin-name-taken = Já existe um com este nome. Escolha outro nome ou altere o que existe.
admin-id-taken = Já existe um com este id. Escolha outro id ou altere o que existe.
admin-saved = Salvo: { $name }.
admin-deleted = Excluído: { $name }.
admin-deactivated = Desativado: { $name }.
admin-reactivated = Reativado: { $name }.
admin-id-is = Id: { $id }
admin-field-name = Nome
admin-field-id = Id
admin-kept-hint = Não pode ser mudado depois: faturas e lançamentos o conhecem assim.
admin-no-limit-hint = Deixe vazio para não haver limite.
admin-amount-expected = Escreva um valor em reais, como 1.234,56.
admin-percent-expected = Escreva uma porcentagem de 0 a 100, como 3,5.
admin-whole-expected = Escreva um número inteiro, como 12.
admin-days-expected = Escreva uma data por linha, como 24/11/2026.
admin-days-hint = Uma data por linha, como 24/11/2026.
admin-on = Sim
admin-off = Não

admin-subject-roles = Papéis e permissões
admin-subject-operators = Operadores
admin-subject-settings = Configurações
admin-subject-categories = Categorias de acordo
admin-subject-ledger-units = Unidades de plano de contas
admin-subject-profiles = Profiles de pagamento
admin-subject-ladders = Réguas de cobrança
admin-subject-policy = Política de autosserviço
admin-subject-templates = Modelos de mensagem
admin-subject-changes = Histórico de alterações
admin-about-roles = O que cada papel vê e faz, e até onde negocia sem aprovação.
admin-about-operators = Quem trabalha aqui, com que papel e com que usuário do Slack.
admin-about-settings = Como a cobrança funciona neste provedor.
admin-about-categories = As categorias que um acordo pode ter.
admin-about-ledger-units = Onde cada valor acrescentado ou descontado é lançado.
admin-about-profiles = Banco, carteira e chave Pix das novas faturas.
admin-about-ladders = O que acontece tantos dias antes ou depois do vencimento.
admin-about-policy = O que um cliente pode negociar sozinho, por atraso e valor.
admin-about-templates = Textos prontos de e-mail, SMS e aplicativo.
admin-about-changes = Quem alterou o quê, de que valor para que valor.

admin-role-new = Novo papel
admin-role-edit = Alterar papel
admin-role-add = Novo papel
admin-role-name-hint = Não pode ser mudado depois.
admin-role-allowance = Alçada: o que negocia sem aprovação
admin-role-permissions = Permissões
admin-role-max-discount = Desconto máximo, em %
admin-role-max-instalments = Máximo de parcelas
admin-role-max-amount = Valor máximo da dívida, em R$
admin-role-counts = { $permissions ->
    [one] { $permissions } permissão
   *[other] { $permissions } permissões
}, { $operators ->
    [one] { $operators } pessoa
   *[other] { $operators } pessoas
}
admin-role-allows = Alçada: até { $discount } de desconto, { $instalments }x, dívida de até { $amount }
admin-role-delete-title = Excluir o papel?
admin-role-delete-text = O papel { $name } deixa de existir, com { $permissions ->
    [one] a permissão que tem
   *[other] as { $permissions } permissões que tem
}. Só é possível se ninguém o usa.

admin-permissions-panels = Painéis que vê
admin-permissions-tabs = Abas da conta que vê
admin-permissions-collection = Cobrança e SPC
admin-permissions-agreements = Acordos, faturas e pagamentos
admin-permissions-account = Atendimento na conta
admin-permissions-network = Conexões, contratos e rotinas
admin-permissions-administration = Administração

permission-panel-classified = Painel: classificados
permission-panel-in-contact = Painel: em contato
permission-panel-awaiting = Painel: aguardando negociação
permission-panel-pending = Painel: acordos pendentes
permission-panel-settled = Painel: acordos quitados
permission-panel-broken = Painel: acordos quebrados
permission-panel-spc = Painel: registros de SPC
permission-panel-spc-critiques = Painel: críticas do SPC
permission-panel-spc-removed = Painel: removidos do SPC
permission-panel-charts = Painel: gráficos
permission-tab-invoices = Aba: faturas aguardando acordo
permission-tab-history = Aba: histórico da cobrança
permission-tab-invoice-history = Aba: histórico das faturas
permission-tab-comments = Aba: comentários e contatos
permission-tab-attachments = Aba: anexos
permission-tab-emails = Aba: e-mails
permission-tab-messages = Aba: SMS e mensagens
permission-tab-tasks = Aba: tarefas
permission-tab-agreements = Aba: acordos
permission-tab-connections = Aba: conexões
permission-classifier-run = Executar o classificador
permission-collection-start = Iniciar a cobrança
permission-collection-confirm = Confirmar o início da cobrança
permission-customer-assign = Atribuir cliente a um operador
permission-customer-link = Gerar link do Telegram para o cliente
permission-agreement-make = Fazer acordo
permission-agreement-approve = Aprovar ou recusar acordo
permission-agreement-rescind = Desfazer acordo
permission-agreement-renegotiate = Renegociar acordo quebrado
permission-agreement-fees-reason = Justificar honorários de consumidor
permission-invoice-print = Imprimir faturas
permission-invoice-edit = Alterar fatura de acordo
permission-invoice-pay = Registrar pagamento
permission-return-read = Ler arquivo de retorno do banco
permission-spc-register = Registrar no SPC
permission-spc-remove = Remover do SPC
permission-comment-add = Registrar comentário ou contato
permission-attachment-add = Anexar arquivo
permission-attachment-delete = Excluir anexo
permission-email-send = Enviar e-mail
permission-message-send = Enviar SMS e mensagem
permission-task-manage = Criar e alterar tarefas
permission-dispute-record = Registrar contestação
permission-dispute-answer = Responder contestação
permission-notice-record = Registrar notificação entregue
permission-connection-restore-speed = Remover redução de velocidade
permission-connection-exceptions = Dar exceção de bloqueio
permission-connection-disconnect = Desconectar
permission-connection-block = Bloquear conexão
permission-connection-unblock = Desbloquear conexão
permission-contract-rescind = Rescindir contrato
permission-csv-export = Exportar CSV
permission-digest-send = Enviar o resumo do dia
permission-import-run = Importar dados do faturamento
permission-outbox-manage = Reenviar ou descartar mensagens paradas
permission-template-manage = Administrar modelos de mensagem
permission-category-manage = Administrar categorias
permission-ledger-unit-manage = Administrar unidades de plano de contas
permission-profile-manage = Administrar profiles de pagamento
permission-ladder-manage = Administrar réguas
permission-policy-manage = Administrar a política de autosserviço
permission-setting-manage = Administrar configurações
permission-operator-manage = Administrar operadores
permission-role-manage = Administrar papéis e permissões

admin-operator-new = Novo operador
admin-operator-edit = Alterar operador
admin-operator-add = Novo operador
admin-operator-slack = Usuário do Slack
admin-operator-slack-hint = É por ele que a Acordo reconhece a pessoa aqui.
admin-operator-id-hint = Curto e sem espaços, como ana. Não pode ser mudado depois.
admin-operator-email = E-mail
admin-operator-role = Papel
admin-operator-is = { $id }, papel { $role }
admin-operator-no-slack = sem usuário do Slack
admin-operator-slack-is = Slack: { $user }
admin-operator-deactivate-title = Desativar o operador?
admin-operator-deactivate-text = { $name } ({ $role }) não entra mais na Acordo, nem pelo Slack. O que fez fica no histórico, e os clientes atribuídos continuam com essa pessoa.

admin-setting-edit = Alterar configuração
admin-setting-value = Valor
admin-setting-expects = Espera: { $expects }
admin-setting-initial = Padrão: { $value }
admin-setting-unchanged = Valor padrão
admin-setting-saved = { $title }: { $value }.
admin-setting-group-provider = Provedor
admin-setting-group-agreement = Acordos
admin-setting-group-authorise = Processos especiais
admin-setting-group-law = Exigências legais
admin-setting-group-contact = Contatos
admin-setting-group-calendar = Calendário
admin-setting-group-digest = Resumo diário
admin-setting-group-link = Link do Telegram
admin-setting-choice-agreement-sources-deleted = São excluídas
admin-setting-choice-agreement-sources-suspended = Ficam suspensas

admin-categories-new = Nova categoria
admin-categories-edit = Alterar categoria
admin-categories-add = Nova categoria
admin-categories-deactivate-text = Nenhum acordo novo poderá ter a categoria { $name }. Os acordos que já a têm ficam como estão.
admin-ledger-units-new = Nova unidade
admin-ledger-units-edit = Alterar unidade
admin-ledger-units-add = Nova unidade
admin-ledger-units-deactivate-text = Nada mais poderá ser lançado em { $name }. O que já foi lançado fica como está.
admin-profiles-new = Novo profile
admin-profiles-edit = Alterar profile
admin-profiles-add = Novo profile
admin-profiles-deactivate-text = Nenhuma fatura nova será cobrada por { $name }. As que já existem continuam podendo ser pagas.
admin-entry-deactivate-title = Desativar?
admin-unit-code = Código
admin-unit-code-is = Código: *{ $code }*
admin-profile-bank = Banco
admin-profile-wallet = Carteira
admin-profile-agreementCode = Convênio
admin-profile-beneficiary = Beneficiário
admin-profile-pixKey = Chave Pix
admin-profile-branch = Agência, sem dígito
admin-profile-account = Conta, sem dígito
admin-profile-unit = Posto (só Sicredi)
admin-profile-city = Cidade do recebedor do Pix
admin-profile-firstOurNumber = Primeiro nosso número
admin-profile-bank-is = Banco: { $value }
admin-profile-wallet-is = Carteira: { $value }
admin-profile-agreementCode-is = Convênio: { $value }
admin-profile-beneficiary-is = Beneficiário: { $value }
admin-profile-pixKey-is = Chave Pix: { $value }
admin-profile-branch-is = Agência: { $value }
admin-profile-account-is = Conta: { $value }
admin-profile-unit-is = Posto: { $value }
admin-profile-city-is = Cidade: { $value }
admin-profile-firstOurNumber-is = Nosso número a partir de { $value }
admin-bank-001 = 001 Banco do Brasil
admin-bank-033 = 033 Santander
admin-bank-104 = 104 Caixa
admin-bank-237 = 237 Bradesco
admin-bank-341 = 341 Itaú
admin-bank-748 = 748 Sicredi
admin-bank-756 = 756 Sicoob

admin-ladder-new = Nova régua
admin-ladder-edit = Alterar régua
admin-ladder-add = Nova régua
admin-ladder-id-hint = Contratos a conhecem por este id. Não pode ser mudado depois.
admin-ladder-steps = Etapas
admin-ladder-steps-hint = Uma por linha, dia e ação, como: 10 encaminhar à cobrança. O dia conta do vencimento; antes dele, com sinal de menos. Ações: { $actions }.
admin-ladder-preview = Conferir etapas
admin-ladder-foreign = Etapas de outro sistema, que ficam como estão e não fazem nada aqui: { $steps }
admin-ladder-line-wrong = A linha { $line } não é um dia e uma ação. Escreva como: 10 encaminhar à cobrança.
admin-ladder-action-wrong = A ação da linha { $line } não existe. Escolha uma: { $actions }.
admin-ladder-day = { $when }: { $actions }
admin-ladder-on-due-date = no vencimento
admin-ladder-before = { $days ->
    [one] { $days } dia antes do vencimento
   *[other] { $days } dias antes do vencimento
}
admin-ladder-after = { $days ->
    [one] { $days } dia depois do vencimento
   *[other] { $days } dias depois do vencimento
}
admin-ladder-forwards = Uma fatura não paga entra na cobrança { $when }.
admin-ladder-never = Nenhuma fatura entra na cobrança por esta régua.

admin-policy-new = Nova linha da política
admin-policy-edit = Alterar linha
admin-policy-add = Nova linha
admin-policy-about = O que um cliente pode acordar sozinho, e um operador sem aprovação. Dívidas que nenhuma linha cobre ficam com um operador.
admin-policy-daysOverdueFrom = Dias de atraso, de
admin-policy-daysOverdueTo = Dias de atraso, até
admin-policy-amountFromCents = Valor da dívida em R$, de
admin-policy-amountToCents = Valor da dívida em R$, até
admin-policy-maxDiscountAtOnce = Desconto máximo à vista, em %
admin-policy-maxDiscountSplit = Desconto máximo parcelado, em %
admin-policy-maxInstalments = Máximo de parcelas (1: não pode parcelar)
admin-policy-minInstalmentCents = Parcela mínima, em R$
admin-policy-latestFirstDueDays = Primeiro vencimento, em quantos dias no máximo
admin-policy-offerStandsDays = Validade da proposta, em dias
admin-policy-days-from = a partir de { $from } dias de atraso
admin-policy-days-between = de { $from } a { $to } dias de atraso
admin-policy-amount-from = a partir de { $from }
admin-policy-amount-between = de { $from } a { $to }
admin-policy-reach = { $days }, dívida { $amounts }
admin-policy-at-once = À vista: até { $discount } de desconto
admin-policy-split = Parcelado: até { $instalments }x, { $discount } de desconto, parcela mínima de { $least }
admin-policy-not-split = Não pode parcelar
admin-policy-days = Primeiro vencimento em até { $due } dias; a proposta vale { $stands ->
    [one] { $stands } dia
   *[other] { $stands } dias
}
admin-policy-delete-title = Excluir a linha?
admin-policy-delete-text = A linha { $number } ({ $reach }) sai da política. Essas dívidas passam a ser negociadas só com um operador.
admin-policy-deleted = Excluída da política a linha: { $reach }.
admin-policy-saved = Salva na política a linha: { $reach }.
admin-policy-overtaken = Outra pessoa alterou esta linha enquanto isso. Feche esta janela e abra a política de novo.

admin-template-new = Novo modelo
admin-template-edit = Alterar modelo
admin-template-add = Novo modelo
admin-template-channel = Canal
admin-template-subject = Assunto
admin-template-subject-hint = Só para e-mail.
admin-template-body = Texto
admin-template-delete-title = Excluir o modelo?
admin-template-delete-text = O modelo { $name } ({ $channel }) deixa de existir. As mensagens já escritas com ele ficam como estão.
admin-channel-email = e-mail
admin-channel-sms = SMS
admin-channel-app = aplicativo

admin-changes-intro = As mais novas primeiro. Aparece aqui o que o seu papel pode administrar.
admin-change-by = { $who }, { $date }
admin-change-setting = { $title }: de { $before } para { $after }.
admin-change-operator = Operador { $operator }: de { $before } para { $after }.
