/* Reading aloud and printing, where the browser can; the page is complete without. Plain enough for old browsers. */
(function () {
  var printing = document.getElementById('print');
  if (printing && window.print) {
    printing.hidden = false;
    printing.onclick = function () {
      window.print();
    };
  }

  var button = document.getElementById('aloud');
  var speech = window.speechSynthesis;
  if (!button || !speech || !window.SpeechSynthesisUtterance) return;
  var language = document.documentElement.lang;
  var startWords = button.textContent;

  function voice() {
    var voices = speech.getVoices();
    for (var i = 0; i < voices.length; i++) {
      if (voices[i].lang.slice(0, 2).toLowerCase() === language.slice(0, 2).toLowerCase()) return voices[i];
    }
    return null;
  }

  function offer() {
    if (voice()) button.hidden = false;
  }

  function show(reading) {
    button.textContent = reading ? button.getAttribute('data-stop') : startWords;
  }

  /* Part by part: some browsers fall silent in the middle of a long text. */
  function read() {
    var parts = document.querySelectorAll(
      'main h1, main section h2, main section p, main dt, main dd, main li, main .as-of',
    );
    var found = voice();
    for (var i = 0; i < parts.length; i++) {
      var said = new window.SpeechSynthesisUtterance(parts[i].innerText);
      said.lang = language;
      if (found) said.voice = found;
      if (i === parts.length - 1) {
        said.onend = function () {
          show(false);
        };
      }
      speech.speak(said);
    }
  }

  button.onclick = function () {
    var wasReading = speech.speaking;
    speech.cancel();
    if (!wasReading) read();
    show(!wasReading);
  };
  window.addEventListener('pagehide', function () {
    speech.cancel();
  });
  speech.onvoiceschanged = offer;
  offer();
})();
