import './grid.css'

/** Twelve columns that a page's cards stand in; `c4` … `c12` on a card is its width. */
export const BOARD_GRID = 'board-grid'
