/** Resolves after the next message that has come in by now had its turn: the connection handles one in each turn of the event loop. */
export async function nextMessage(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
