import { signal } from '@preact/signals';

/** True once the server no longer knows the session: the panel asks to sign in, in place. */
export const expired = signal(false);
