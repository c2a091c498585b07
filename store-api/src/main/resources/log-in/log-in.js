"use strict";

const SECONDS = 15;

async function logIn(code) {
  const state = document.getElementById("state");
  state.textContent = "Logging in …";
  try {
    const answer = await fetch("/log-in", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(SECONDS * 1000),
    });
    if (answer.ok) {
      location.replace("/");
      return;
    }
    const problem = await answer.json();
    state.textContent = `${problem.title}. ${problem.detail}`;
  } catch {
    state.textContent = "Uruimi does not answer. Open the link again in a moment.";
  }
}

function begin() {
  const code = location.hash.slice(1);
  if (location.pathname === "/log-in" && code !== "") {
    // nobody who looks at the address or goes back finds the code
    history.replaceState(null, "", "/log-in");
    void logIn(code);
  }
}

addEventListener("hashchange", begin);
begin();
