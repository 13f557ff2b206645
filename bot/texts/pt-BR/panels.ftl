panel-classified = Classificados para cobrança
panel-in-contact = Em contato
panel-awaiting = Aguardando negociação
panel-pending = Pendentes em acordo
panel-settled = Liquidadas
panel-broken = Acordos quebrados
panel-spc = Registros de SPC
panel-spc-critiques = Críticas de SPC
panel-spc-removed = Removidas do SPC
panel-charts = Gráficos

spc-internal = Este é um registro interno: faça o mesmo no sistema do próprio SPC.
