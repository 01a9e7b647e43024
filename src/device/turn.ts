// Others have their turn, between two parts of long work: taps, drawing. Not a timer: those sleep up to a second in a tab that is
// looked away from, and four milliseconds each elsewhere.

export function turn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}
