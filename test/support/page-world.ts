// Popper asks every element for its name; happy-dom would answer with the HTML of all it holds.
Element.prototype.toString = Object.prototype.toString
