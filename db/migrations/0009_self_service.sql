CREATE TABLE "conversation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conversation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"chat_id" bigint NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "conversation_message" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "conversation_message_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conversation_id" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"written_by" text NOT NULL,
	"body" text NOT NULL,
	"attachment_id" bigint,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ladder_hold" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ladder_hold_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"reason" text NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"made_by" text NOT NULL,
	"ended" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negotiation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "negotiation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"chat_id" bigint NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"rounds" integer DEFAULT 0 NOT NULL,
	"description" text NOT NULL,
	"handed" jsonb,
	"handed_at" timestamp with time zone,
	"note" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "negotiation_status" CHECK ("negotiation"."status" in ('open', 'handed', 'answered', 'agreed', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "offer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"negotiation_id" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"made_by" text NOT NULL,
	"made_on" date NOT NULL,
	"stands_until" date NOT NULL,
	"balance_cents" bigint NOT NULL,
	"fine_cents" bigint NOT NULL,
	"interest_cents" bigint NOT NULL,
	"discount_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"days_overdue" integer NOT NULL,
	"count" integer NOT NULL,
	"instalments" jsonb NOT NULL,
	"invoices" jsonb NOT NULL,
	"proposal" jsonb NOT NULL,
	"agreement" bigint,
	CONSTRAINT "offer_status" CHECK ("offer"."status" in ('open', 'accepted', 'overtaken')),
	CONSTRAINT "offer_agreed" CHECK (("offer"."status" = 'accepted') = ("offer"."agreement" is not null)),
	CONSTRAINT "offer_total" CHECK ("offer"."total_cents" > 0 and "offer"."total_cents" = "offer"."balance_cents" + "offer"."fine_cents" + "offer"."interest_cents" - "offer"."discount_cents")
);
--> statement-breakpoint
CREATE TABLE "offer_acceptance" (
	"offer_id" bigint PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"agreement" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"text" text NOT NULL,
	"text_sha256" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "receipt_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"chat_id" bigint NOT NULL,
	"attachment_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"hold_id" bigint NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "receipt_status" CHECK ("receipt"."status" in ('open', 'confirmed', 'refused')),
	CONSTRAINT "receipt_answer" CHECK (("receipt"."status" = 'open') = ("receipt"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "trust_unblock" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trust_unblock_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"given_on" date NOT NULL,
	"promised_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_negotiation_id_negotiation_id_fk" FOREIGN KEY ("negotiation_id") REFERENCES "public"."negotiation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_acceptance" ADD CONSTRAINT "offer_acceptance_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_conversation_per_customer" ON "conversation" USING btree ("customer_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "conversation_customer" ON "conversation" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "conversation_message_of" ON "conversation_message" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "ladder_hold_customer" ON "ladder_hold" USING btree ("customer_id","until") WHERE not ended;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_negotiation_per_customer" ON "negotiation" USING btree ("customer_id") WHERE status not in ('agreed', 'closed');--> statement-breakpoint
CREATE INDEX "negotiation_handed" ON "negotiation" USING btree ("handed_at") WHERE status = 'handed';--> statement-breakpoint
CREATE INDEX "offer_open" ON "offer" USING btree ("customer_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "offer_negotiation" ON "offer" USING btree ("negotiation_id");--> statement-breakpoint
CREATE INDEX "receipt_customer" ON "receipt" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "trust_unblock_customer" ON "trust_unblock" USING btree ("customer_id","given_on");