panel-classified = Classified for collection
panel-in-contact = In contact
panel-awaiting = Awaiting negotiation
panel-pending = Pending in agreements
panel-settled = Settled
panel-broken = Broken
panel-spc = SPC records
panel-spc-critiques = SPC critiques
panel-spc-removed = Removed from SPC
panel-charts = Charts

spc-internal = This is an internal register: act in the bureau's own system too.
