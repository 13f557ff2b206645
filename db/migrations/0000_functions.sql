create extension if not exists pg_trgm;
--> statement-breakpoint
-- Lower case without the accents of Portuguese and its neighbours: "José Antônio" is found by "jose anto".
create function fold(value text) returns text
  language sql immutable parallel safe strict
  return translate(lower(value), 'áàâãäåéèêëíìîïóòôõöúùûüçñýÿ', 'aaaaaaeeeeiiiiooooouuuucnyy');
--> statement-breakpoint
-- Payments that come without an id of their own are numbered ACP1, ACP2, ...
create sequence payment_number;
