// What a counter's store is called. Alone in its file: the entry asks for it before anything of the store is fetched.
export const COUNTER_STORES = 'motcua-counter-';
