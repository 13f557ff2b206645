/** What the emulator reads of Slack's objects; their whole shape is the validator's business. */
export type Json = Readonly<Record<string, unknown>>;

export type Text = { readonly type: "plain_text" | "mrkdwn"; readonly text: string };

export type Option = {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text;
};

export type OptionGroup = { readonly label: Text; readonly options: readonly Option[] };

export type Confirm = {
  readonly title: Text;
  readonly text: Text;
  readonly confirm: Text;
  readonly deny: Text;
};

export type Element = {
  readonly type: string;
  readonly action_id: string;
  readonly text?: Text;
  readonly value?: string;
  readonly style?: string;
  readonly confirm?: Confirm;
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly OptionGroup[];
  readonly min_query_length?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
  readonly max_files?: number;
  readonly max_selected_items?: number;
  readonly filetypes?: readonly string[];
  readonly alt_text?: string;
  readonly [initial: `initial_${string}`]: unknown;
};

export type Block = {
  readonly type: string;
  readonly block_id: string;
  readonly text?: Text;
  readonly title?: Text;
  readonly fields?: readonly Text[];
  readonly accessory?: Element;
  readonly elements?: readonly Element[];
  readonly element?: Element;
  readonly label?: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly alt_text?: string;
  readonly rows?: readonly (readonly Json[])[];
};

/** By block_id, then action_id: what a person has typed or chosen. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export type View = {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly hash: string;
  readonly blocks: readonly Block[];
  readonly state: { readonly values: Values };
  readonly title?: Text;
  readonly submit?: Text;
  readonly close?: Text;
  readonly private_metadata: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
};

export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly thread_ts?: string;
  readonly edited?: { readonly ts: string };
  readonly files?: readonly string[];
  readonly state?: { readonly values: Values };
  /** The only person who sees it. */
  readonly ephemeralTo?: string;
};

export type User = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly isBot?: boolean;
  readonly isDeleted?: boolean;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  readonly isDirect?: boolean;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly user: string;
  readonly announcedBytes: number;
  readonly bytes?: Buffer;
  readonly isComplete: boolean;
  readonly channels: readonly string[];
};
