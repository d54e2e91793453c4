// @ts-check
import DataTable from './components/DataTable.js';
import Form from './components/Form.js';
import DetailView from './components/DetailView.js';
import ListView from './components/ListView.js';
import Chart from './components/Chart.js';
import Stat from './components/Stat.js';
import Button from './components/Button.js';
import Input from './components/Input.js';
import Text from './components/Text.js';
import Image from './components/Image.js';
import Container from './components/Container.js';
import Card from './components/Card.js';
import Divider from './components/Divider.js';
import Menu from './components/Menu.js';
import Breadcrumb from './components/Breadcrumb.js';
import Tabs from './components/Tabs.js';
import Modal from './components/Modal.js';
import Link from './components/Link.js';
import Kanban from './components/Kanban.js';
import Calendar from './components/Calendar.js';
import FileUpload from './components/FileUpload.js';
import RichText from './components/RichText.js';
import Map from './components/Map.js';
import Markdown from './components/Markdown.js';

/**
 * Every kind of component, in the order in which the editor offers them: the one source of the editor's panels, of
 * what deployed applications draw, and of what the server accepts.
 *
 * @type {readonly import('./types').Definition[]}
 */
export const definitions = [
  DataTable,
  Form,
  DetailView,
  ListView,
  Chart,
  Stat,
  Button,
  Input,
  Text,
  Image,
  Container,
  Card,
  Divider,
  Menu,
  Breadcrumb,
  Tabs,
  Modal,
  Link,
  Kanban,
  Calendar,
  FileUpload,
  RichText,
  Map,
  Markdown,
];
