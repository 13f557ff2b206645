-- Events are append-only for everyone, the owner of the table included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger event_is_not_truncated before truncate on event
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Panels 1 to 3 show customers. Their rows are counted again for the customers that a statement touched; commands hold
-- the customer's lock while they write, so two counts of one customer never run at once. Joins instead of `= any(...)`,
-- which compares each row with the whole array: tens of thousands of customers come at once.
create function recount_customer_panel(customers text[]) returns void language sql as $$
  with counted as (
    select c.customer_id, c.stage, count(*)::int as invoices, sum(c.amount_cents)::bigint as amount_cents, min(c.due_date) as oldest_due
    from unnest(customers) touched join collection c on c.customer_id = touched
    where c.stage in ('classified', 'in contact', 'awaiting negotiation')
    group by c.customer_id, c.stage
  ), gone as (
    delete from customer_panel p using unnest(customers) touched
    where p.customer_id = touched
      and not exists (select 1 from collection c where c.customer_id = p.customer_id and c.stage = p.stage)
  )
  insert into customer_panel as p (stage, customer_id, name, city, operator_id, invoices, amount_cents, oldest_due)
  select n.stage, n.customer_id, u.name, u.city, u.operator_id, n.invoices, n.amount_cents, n.oldest_due
  from counted n join customer u on u.id = n.customer_id
  on conflict (customer_id, stage) do update
    set invoices = excluded.invoices, amount_cents = excluded.amount_cents, oldest_due = excluded.oldest_due,
        name = excluded.name, city = excluded.city, operator_id = excluded.operator_id
    where (p.invoices, p.amount_cents, p.oldest_due, p.name, p.city, p.operator_id)
      is distinct from (excluded.invoices, excluded.amount_cents, excluded.oldest_due, excluded.name, excluded.city, excluded.operator_id)
$$;
--> statement-breakpoint
create function recount_after_insert() returns trigger language plpgsql as $$
begin
  perform recount_customer_panel(array(select distinct customer_id from new_rows
    where stage in ('classified', 'in contact', 'awaiting negotiation')));
  return null;
end $$;
--> statement-breakpoint
create function recount_after_update() returns trigger language plpgsql as $$
begin
  perform recount_customer_panel(array(
    select distinct customer_id from (
      select invoice_id, customer_id, stage, amount_cents, due_date from new_rows
      except
      select invoice_id, customer_id, stage, amount_cents, due_date from old_rows) changed));
  return null;
end $$;
--> statement-breakpoint
create function recount_after_delete() returns trigger language plpgsql as $$
begin
  perform recount_customer_panel(array(select distinct customer_id from old_rows));
  return null;
end $$;
--> statement-breakpoint
create trigger collection_inserted after insert on collection
  referencing new table as new_rows for each statement execute function recount_after_insert();
--> statement-breakpoint
create trigger collection_updated after update on collection
  referencing old table as old_rows new table as new_rows for each statement execute function recount_after_update();
--> statement-breakpoint
create trigger collection_deleted after delete on collection
  referencing old table as old_rows for each statement execute function recount_after_delete();
--> statement-breakpoint
-- What panels copy of the customer follows the customer.
create function follow_customer() returns trigger language plpgsql as $$
begin
  update customer_panel set name = new.name, city = new.city, operator_id = new.operator_id where customer_id = new.id;
  if new.city is distinct from old.city then
    update collection set city = new.city where customer_id = new.id;
    update spc_record set city = new.city where customer_id = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger customer_followed after update on customer for each row
  when ((new.name, new.city, new.operator_id) is distinct from (old.name, old.city, old.operator_id))
  execute function follow_customer();
