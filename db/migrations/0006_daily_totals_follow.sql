-- A transaction that writes events has its number before its first event has one: whoever waits until all transactions up to
-- a number have finished then knows all the events up to an id, though ids are not committed in order (db/daily-totals.ts).
create function take_transaction_number() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
--> statement-breakpoint
create trigger event_takes_number before insert on event
  for each statement execute function take_transaction_number();
--> statement-breakpoint
-- As before; and what is folded under the city that a customer left has to follow.
create or replace function follow_customer() returns trigger language plpgsql as $$
begin
  update customer_panel set name = new.name, city = new.city, operator_id = new.operator_id where customer_id = new.id;
  if new.city is distinct from old.city then
    update collection set city = new.city where customer_id = new.id;
    update spc_record set city = new.city where customer_id = new.id;
    insert into daily_total_move (customer_id, city) values (new.id, old.city);
  end if;
  return null;
end $$;
