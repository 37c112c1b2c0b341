// Popper asks every element for its name; happy-dom would answer with the HTML of all it holds.
Element.prototype.toString = Object.prototype.toString
// Of a form, happy-dom looks among all its controls for one named as what Vue and Popper ask of any element.
Object.assign(HTMLFormElement.prototype, { _isVueCE: undefined, assignedSlot: null })
