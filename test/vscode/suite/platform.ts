/** What differs between the two extension hosts; the entry of each fills it in. */
export const platform: {
  /** Makes the language server die as if it had failed. */
  crashServer(): void;
} = {
  crashServer() {
    throw new Error('the entry has not said how');
  },
};
