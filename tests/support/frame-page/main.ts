import { mount } from 'svelte';
import '../../../web/app/look.css';
import '../../../web/app/controls.css';
import FramePage from './FramePage.svelte';

const language = new URLSearchParams(location.search).get('lang') === 'fr' ? 'fr' : 'en';
document.documentElement.lang = language;
mount(FramePage, { target: document.body, props: { language } });
