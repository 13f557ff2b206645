/** The part of a view that we read back. */
export type ViewOf = {
  readonly id: string;
  readonly rootId: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly values: FormValues;
};

export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;
export type FieldState = {
  readonly value?: string | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_time?: string | null | undefined;
  /** Seconds since 1970. */
  readonly selected_date_time?: number | null | undefined;
  readonly selected_user?: string | null | undefined;
  readonly selected_users?: readonly string[] | undefined;
  readonly selected_option?: { readonly value?: string | undefined } | null | undefined;
  readonly selected_options?: readonly { readonly value?: string | undefined }[] | undefined;
  readonly files?: readonly { readonly id?: string | undefined }[] | undefined;
};

type RawView = {
  readonly id: string;
  readonly root_view_id: string | null;
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
};

export const viewOf = (view: RawView): ViewOf => ({
  id: view.id,
  rootId: view.root_view_id ?? view.id,
  hash: view.hash,
  callbackId: view.callback_id,
  metadata: view.private_metadata,
  values: view.state.values as FormValues,
});
