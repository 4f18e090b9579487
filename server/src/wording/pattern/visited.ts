/** The (instruction, position) pairs an attempt has entered. Clearing it costs nothing, whatever it held. */
export class Visited {
  private entries = new Int32Array(1024);
  private generation = 0;

  clear(): void {
    this.generation++;
  }

  /** False when it was entered before. */
  enter(key: number): boolean {
    if (key >= this.entries.length) {
      const larger = new Int32Array(Math.max(key + 1, this.entries.length * 2));
      larger.set(this.entries);
      this.entries = larger;
    }
    if (this.entries[key] === this.generation) return false;
    this.entries[key] = this.generation;
    return true;
  }
}
